using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lupaus.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Beginning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agents",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    shows_phone = table.Column<bool>(type: "INTEGER", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    desk_language = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    stand_in_id = table.Column<long>(type: "INTEGER", nullable: true),
                    goodwill_limit = table.Column<int>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    languages = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agents", x => x.id);
                    table.CheckConstraint("ck_agent_goodwill", "goodwill_limit IS NULL OR goodwill_limit BETWEEN 0 AND 1000000");
                    table.ForeignKey(
                        name: "fk_agents_agents_stand_in_id",
                        column: x => x.stand_in_id,
                        principalTable: "agents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "backups",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    file = table.Column<string>(type: "TEXT", maxLength: 4096, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_backups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clockwork",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clockwork", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "closed_days",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closed_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.ticket_id);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "jargon_terms",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    term = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    plain = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jargon_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "logins",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "onces",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_onces", x => new { x.name, x.key });
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "playbooks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    use_when = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    promise = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    within_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    signs = table.Column<string>(type: "TEXT", nullable: false),
                    going_on_since = table.Column<long>(type: "INTEGER", nullable: true),
                    going_on_until = table.Column<long>(type: "INTEGER", nullable: true),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer_english = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    answer_finnish = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    answer_swedish = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    promised_english = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    promised_finnish = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    promised_swedish = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_playbooks", x => x.id);
                    table.CheckConstraint("ck_playbook_goes_on", "(going_on_since IS NULL) = (going_on_until IS NULL) AND (dropped_at IS NULL OR going_on_until IS NULL OR going_on_until <= dropped_at)");
                    table.CheckConstraint("ck_playbook_says_something", "answer_finnish IS NOT NULL OR answer_swedish IS NOT NULL OR answer_english IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "restorations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restorations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rules",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    when = table.Column<string>(type: "TEXT", nullable: false),
                    @if = table.Column<string>(name: "if", type: "TEXT", nullable: false),
                    then = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    on_since = table.Column<long>(type: "INTEGER", nullable: true),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rules", x => x.id);
                    table.CheckConstraint("ck_rule_dropped_is_off", "dropped_at IS NULL OR on_since IS NULL");
                });

            migrationBuilder.CreateTable(
                name: "secrets",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "tags",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tags", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    hours = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    secret = table.Column<string>(type: "TEXT", nullable: false),
                    old_secret = table.Column<string>(type: "TEXT", nullable: true),
                    old_secret_until = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    why_stopped = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    events = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhooks", x => x.id);
                    table.CheckConstraint("ck_webhook_stopped", "(stopped_at IS NULL) = (why_stopped IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    stand_in_id = table.Column<long>(type: "INTEGER", nullable: true),
                    tickets_moved_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_absences_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_agents_stand_in_id",
                        column: x => x.stand_in_id,
                        principalTable: "agents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "active_agents",
                columns: table => new
                {
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_active_agents", x => x.agent_id);
                    table.ForeignKey(
                        name: "fk_active_agents_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "alert_wishes",
                columns: table => new
                {
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sound = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    mail = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    quiet_until = table.Column<TimeOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_wishes", x => x.agent_id);
                    table.CheckConstraint("ck_alert_wishes_quiet", "(quiet_from IS NULL) = (quiet_until IS NULL)");
                    table.ForeignKey(
                        name: "fk_alert_wishes_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    only_as = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_agents_only_as",
                        column: x => x.only_as,
                        principalTable: "agents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "blocked_senders",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blocked_senders", x => x.id);
                    table.ForeignKey(
                        name: "fk_blocked_senders_agents_by",
                        column: x => x.by,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "macros",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    deeds = table.Column<string>(type: "TEXT", nullable: false),
                    owned_by = table.Column<long>(type: "INTEGER", nullable: true),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_macros", x => x.id);
                    table.ForeignKey(
                        name: "fk_macros_agents_owned_by",
                        column: x => x.owned_by,
                        principalTable: "agents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "saved_replies",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    finnish = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    swedish = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    english = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    owned_by = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_replies", x => x.id);
                    table.CheckConstraint("ck_saved_reply_says_something", "finnish IS NOT NULL OR swedish IS NOT NULL OR english IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_saved_replies_agents_owned_by",
                        column: x => x.owned_by,
                        principalTable: "agents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    made_by = table.Column<long>(type: "INTEGER", nullable: false),
                    is_shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    filter = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_saved_views_agents_made_by",
                        column: x => x.made_by,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    how = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.CheckConstraint("ck_session_ended", "(ended_at IS NULL) = (ended_by IS NULL)");
                    table.ForeignKey(
                        name: "fk_sessions_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_agents_ended_by",
                        column: x => x.ended_by,
                        principalTable: "agents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "sign_in_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    holds_until = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_sign_in_links_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "turns_taken",
                columns: table => new
                {
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turns_taken", x => x.agent_id);
                    table.CheckConstraint("ck_turns_taken_count", "count >= 0");
                    table.ForeignKey(
                        name: "fk_turns_taken_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unsent_calls",
                columns: table => new
                {
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", maxLength: 110000, nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsent_calls", x => x.agent_id);
                    table.ForeignKey(
                        name: "fk_unsent_calls_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "working_hours",
                columns: table => new
                {
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    weekly = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_hours", x => x.agent_id);
                    table.ForeignKey(
                        name: "fk_working_hours_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "file_chunks",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_chunks", x => new { x.hash, x.number });
                    table.ForeignKey(
                        name: "fk_file_chunks_files_hash",
                        column: x => x.hash,
                        principalTable: "files",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "login_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<long>(type: "INTEGER", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_login_claims_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "logins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "login_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_login_logins_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "logins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "login_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<long>(type: "INTEGER", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_login_passkeys_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "logins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "login_tokens",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "INTEGER", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_login_tokens_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "logins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    organisation_id = table.Column<long>(type: "INTEGER", nullable: true),
                    merged_into_id = table.Column<long>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    first_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    found_by = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_people_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_people_people_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "people",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                columns: table => new
                {
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => new { x.team_id, x.agent_id });
                    table.ForeignKey(
                        name: "fk_team_members_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_team_members_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    team_id = table.Column<long>(type: "INTEGER", nullable: false),
                    finnish = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    swedish = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    english = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    answer_within = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                    fastest_answer = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                    urgent_phone = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    usual = table.Column<bool>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => x.id);
                    table.CheckConstraint("ck_topic_default_is_open", "usual IS NULL OR retired_at IS NULL");
                    table.ForeignKey(
                        name: "fk_topics_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "company",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    mail_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    closes_on_eves = table.Column<bool>(type: "INTEGER", nullable: false),
                    turns_every = table.Column<int>(type: "INTEGER", nullable: false),
                    promises_to_keep = table.Column<int>(type: "INTEGER", nullable: false),
                    goodwill_limit = table.Column<int>(type: "INTEGER", nullable: false),
                    duty_agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company", x => x.id);
                    table.CheckConstraint("ck_company_goodwill", "goodwill_limit BETWEEN 0 AND 1000000");
                    table.CheckConstraint("ck_company_is_one", "id = 1");
                    table.CheckConstraint("ck_company_queue", "turns_every BETWEEN 2 AND 4 AND promises_to_keep BETWEEN 80 AND 99");
                    table.ForeignKey(
                        name: "fk_company_active_agents_duty_agent_id",
                        column: x => x.duty_agent_id,
                        principalTable: "active_agents",
                        principalColumn: "agent_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    is_preferred = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_dead = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => new { x.kind, x.value });
                    table.ForeignKey(
                        name: "fk_contacts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    takes_part = table.Column<bool>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_links_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "given_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: true),
                    heard_by = table.Column<long>(type: "INTEGER", nullable: false),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    settled_by = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_given_words", x => x.id);
                    table.CheckConstraint("ck_given_word_ended", "CASE WHEN ended IS NULL THEN settled_by IS NULL AND settled_at IS NULL ELSE settled_by IS NOT NULL AND settled_at IS NOT NULL END");
                    table.ForeignKey(
                        name: "fk_given_words_agents_heard_by",
                        column: x => x.heard_by,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_given_words_agents_settled_by",
                        column: x => x.settled_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_given_words_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "own_fields",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_fields", x => new { x.person_id, x.name });
                    table.ForeignKey(
                        name: "fk_own_fields_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    from_id = table.Column<long>(type: "INTEGER", nullable: false),
                    into_id = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                    table.CheckConstraint("ck_person_merge_two", "from_id <> into_id");
                    table.ForeignKey(
                        name: "fk_person_merges_agents_by",
                        column: x => x.by,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_merges_people_from_id",
                        column: x => x.from_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_merges_people_into_id",
                        column: x => x.into_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allowed_risks",
                columns: table => new
                {
                    topic_id = table.Column<long>(type: "INTEGER", nullable: false),
                    pace = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    risk = table.Column<double>(type: "REAL", nullable: false),
                    kept = table.Column<int>(type: "INTEGER", nullable: false),
                    missed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allowed_risks", x => new { x.topic_id, x.pace });
                    table.CheckConstraint("ck_allowed_risk", "kept >= 0 AND missed >= 0");
                    table.ForeignKey(
                        name: "fk_allowed_risks_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 401, nullable: true),
                    given_to = table.Column<long>(type: "INTEGER", nullable: true),
                    tag = table.Column<long>(type: "INTEGER", nullable: true),
                    topic = table.Column<long>(type: "INTEGER", nullable: true),
                    playbook = table.Column<long>(type: "INTEGER", nullable: true),
                    undo_until = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_by = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_batches_agents_by",
                        column: x => x.by,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_batches_agents_given_to",
                        column: x => x.given_to,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_batches_agents_undone_by",
                        column: x => x.undone_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_batches_playbooks_playbook",
                        column: x => x.playbook,
                        principalTable: "playbooks",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_batches_tags_tag",
                        column: x => x.tag,
                        principalTable: "tags",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_batches_topics_topic",
                        column: x => x.topic,
                        principalTable: "topics",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "mailboxes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    aliases = table.Column<string>(type: "TEXT", maxLength: 5100, nullable: false),
                    signs_in = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    key = table.Column<string>(type: "TEXT", nullable: true),
                    key_opens = table.Column<bool>(type: "INTEGER", nullable: false),
                    reading_host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    reading_port = table.Column<int>(type: "INTEGER", nullable: false),
                    reading_lock = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    folder = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    takes_what_is_there = table.Column<bool>(type: "INTEGER", nullable: false),
                    sending_host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    sending_port = table.Column<int>(type: "INTEGER", nullable: false),
                    sending_lock = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    sent_folder = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    trusted_server = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    topic_id = table.Column<long>(type: "INTEGER", nullable: true),
                    finnish_signature = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    swedish_signature = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    english_signature = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    progress = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    last_read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reading_trouble = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    reading_trouble_since = table.Column<long>(type: "INTEGER", nullable: true),
                    sending_trouble = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    sending_trouble_since = table.Column<long>(type: "INTEGER", nullable: true),
                    read_by = table.Column<int>(type: "INTEGER", nullable: true),
                    read_until = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mailboxes", x => x.id);
                    table.ForeignKey(
                        name: "fk_mailboxes_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    letter = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: true),
                    copy_of = table.Column<long>(type: "INTEGER", nullable: true),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: true),
                    link_id = table.Column<long>(type: "INTEGER", nullable: true),
                    is_receipt = table.Column<bool>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    secret = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    about = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    internet_message_id = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                    table.CheckConstraint("ck_outbox_whose", "CASE letter WHEN 'Message' THEN ticket_id IS NOT NULL AND copy_of IS NULL WHEN 'Copy' THEN ticket_id IS NOT NULL AND copy_of IS NOT NULL AND link_id IS NOT NULL WHEN 'FreshLinks' THEN link_id IS NOT NULL WHEN 'TooBig' THEN address IS NOT NULL AND agent_id IS NULL ELSE agent_id IS NOT NULL END");
                    table.ForeignKey(
                        name: "fk_outbox_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_outbox_customer_links_link_id",
                        column: x => x.link_id,
                        principalTable: "customer_links",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "merged_contacts",
                columns: table => new
                {
                    merge_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merged_contacts", x => new { x.merge_id, x.kind, x.value });
                    table.ForeignKey(
                        name: "fk_merged_contacts_person_merges_merge_id",
                        column: x => x.merge_id,
                        principalTable: "person_merges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "merged_matters",
                columns: table => new
                {
                    merge_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merged_matters", x => new { x.merge_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_merged_matters_person_merges_merge_id",
                        column: x => x.merge_id,
                        principalTable: "person_merges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    aside_until = table.Column<long>(type: "INTEGER", nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    topic_id = table.Column<long>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    goal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    arrived_at = table.Column<long>(type: "INTEGER", nullable: false),
                    in_line_since = table.Column<long>(type: "INTEGER", nullable: false),
                    promises_made = table.Column<int>(type: "INTEGER", nullable: false),
                    promises_broken = table.Column<int>(type: "INTEGER", nullable: false),
                    lapses_since_our_word = table.Column<int>(type: "INTEGER", nullable: false),
                    reminders_unanswered = table.Column<int>(type: "INTEGER", nullable: false),
                    first_human_word_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_word_at = table.Column<long>(type: "INTEGER", nullable: false),
                    newest_from_customer = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    introduced_id = table.Column<long>(type: "INTEGER", nullable: false),
                    follows_id = table.Column<long>(type: "INTEGER", nullable: true),
                    deadline = table.Column<long>(type: "INTEGER", nullable: true),
                    mood = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    offered_as = table.Column<long>(type: "INTEGER", nullable: true),
                    offered_to = table.Column<long>(type: "INTEGER", nullable: true),
                    offered_by = table.Column<long>(type: "INTEGER", nullable: true),
                    offered_until = table.Column<long>(type: "INTEGER", nullable: true),
                    bounces = table.Column<int>(type: "INTEGER", nullable: false),
                    merged_into_id = table.Column<long>(type: "INTEGER", nullable: true),
                    came_with_id = table.Column<long>(type: "INTEGER", nullable: true),
                    former_subjects = table.Column<string>(type: "TEXT", maxLength: 1005, nullable: false),
                    requester_id = table.Column<long>(type: "INTEGER", nullable: true),
                    comes_up = table.Column<long>(type: "INTEGER", nullable: true, computedColumnSql: "CASE WHEN aside_until IS NOT NULL THEN NULL WHEN deadline < promise_due THEN deadline ELSE promise_due END", stored: true),
                    live_told_in = table.Column<long>(type: "INTEGER", nullable: true),
                    open_owner_id = table.Column<long>(type: "INTEGER", nullable: true, computedColumnSql: "CASE WHEN closure_at IS NULL THEN owner_id END", stored: true),
                    closure_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closure_by_agent = table.Column<long>(type: "INTEGER", nullable: true),
                    closure_by_person = table.Column<long>(type: "INTEGER", nullable: true),
                    closure_confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closure_how = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    closure_outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    deadline_guess_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deadline_guess_length = table.Column<int>(type: "INTEGER", nullable: true),
                    deadline_guess_message = table.Column<long>(type: "INTEGER", nullable: true),
                    deadline_guess_start = table.Column<int>(type: "INTEGER", nullable: true),
                    deadline_guess_until = table.Column<long>(type: "INTEGER", nullable: true),
                    promise_due = table.Column<long>(type: "INTEGER", nullable: true),
                    promise_kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    promise_made_at = table.Column<long>(type: "INTEGER", nullable: true),
                    promise_moves = table.Column<int>(type: "INTEGER", nullable: true),
                    promise_number = table.Column<int>(type: "INTEGER", nullable: true),
                    promise_promiser = table.Column<long>(type: "INTEGER", nullable: true),
                    promise_told_in = table.Column<long>(type: "INTEGER", nullable: true),
                    promise_words_in = table.Column<int>(type: "INTEGER", nullable: true),
                    understanding_answer = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    understanding_answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    understanding_at = table.Column<long>(type: "INTEGER", nullable: true),
                    understanding_came_from = table.Column<long>(type: "INTEGER", nullable: true),
                    understanding_told_in = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tickets", x => x.id);
                    table.CheckConstraint("ck_ticket_aside", "aside_until IS NULL OR closure_at IS NULL");
                    table.CheckConstraint("ck_ticket_bounces", "bounces >= 0");
                    table.CheckConstraint("ck_ticket_closure", "closure_how IN ('Solved', 'CannotHelp', 'NoAnswer', 'Withdrawn', 'MergedInto', 'NotService') AND closure_outcome IN ('Flawless', 'FailedNotMended', 'FailedMended')");
                    table.CheckConstraint("ck_ticket_guess", "(deadline_guess_at IS NULL) = (deadline_guess_message IS NULL) AND (closure_at IS NULL OR deadline_guess_at IS NULL)");
                    table.CheckConstraint("ck_ticket_merged", "(merged_into_id IS NULL OR (closure_at IS NOT NULL AND merged_into_id <> id)) AND (closure_how IS NULL OR closure_how <> 'MergedInto' OR merged_into_id IS NOT NULL)\nAND (came_with_id IS NULL OR (merged_into_id IS NOT NULL AND came_with_id <> id AND came_with_id <> merged_into_id))");
                    table.CheckConstraint("ck_ticket_offer", "CASE WHEN offered_as IS NULL THEN offered_to IS NULL AND offered_by IS NULL AND offered_until IS NULL\nELSE offered_to IS NOT NULL AND offered_by IS NOT NULL AND offered_until IS NOT NULL AND closure_at IS NULL AND offered_to <> owner_id END");
                    table.CheckConstraint("ck_ticket_open_or_closed", "CASE WHEN closure_at IS NULL THEN\n    promise_number IS NOT NULL AND promise_kind IS NOT NULL AND promise_due IS NOT NULL AND promise_made_at IS NOT NULL\n    AND promise_promiser IS NOT NULL AND promise_told_in IS NOT NULL AND promise_moves IS NOT NULL AND promise_number = promises_made\n    AND live_told_in IS NOT NULL AND live_told_in = promise_told_in\n    AND closure_how IS NULL AND closure_outcome IS NULL AND closure_by_agent IS NULL AND closure_by_person IS NULL AND closure_confirmed_at IS NULL\nELSE\n    closure_how IS NOT NULL AND closure_outcome IS NOT NULL AND deadline IS NULL\n    AND promise_number IS NULL AND promise_kind IS NULL AND promise_due IS NULL AND promise_made_at IS NULL\n    AND promise_promiser IS NULL AND promise_told_in IS NULL AND promise_moves IS NULL AND promise_words_in IS NULL\n    AND live_told_in IS NULL\nEND");
                    table.CheckConstraint("ck_ticket_promise", "promise_kind IN ('Answer', 'FindOut', 'Act', 'CheckBack') AND promise_due > promise_made_at AND promise_moves >= 0 AND promise_words_in <= promise_number");
                    table.CheckConstraint("ck_ticket_requester", "requester_id IS NULL OR (owner_id <> requester_id AND (promise_promiser IS NULL OR promise_promiser <> requester_id) AND (offered_to IS NULL OR offered_to <> requester_id))");
                    table.CheckConstraint("ck_ticket_understanding", "(understanding_told_in IS NULL) = (understanding_at IS NULL) AND (understanding_answer IS NULL) = (understanding_answered_at IS NULL)\nAND (understanding_told_in IS NOT NULL OR (understanding_answer IS NULL AND understanding_came_from IS NULL))\nAND (understanding_answer IS NULL OR understanding_answer IN ('ByPage', 'ByCall', 'ByMessage', 'NotQuite'))");
                    table.ForeignKey(
                        name: "fk_tickets_active_agents_offered_to",
                        column: x => x.offered_to,
                        principalTable: "active_agents",
                        principalColumn: "agent_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_active_agents_open_owner_id",
                        column: x => x.open_owner_id,
                        principalTable: "active_agents",
                        principalColumn: "agent_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_agents_introduced_id",
                        column: x => x.introduced_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_agents_offered_by",
                        column: x => x.offered_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_tickets_agents_owner_id",
                        column: x => x.owner_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_agents_requester_id",
                        column: x => x.requester_id,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_tickets_outbox_live_told_in",
                        column: x => x.live_told_in,
                        principalTable: "outbox",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_people_customer_id",
                        column: x => x.customer_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tickets_tickets_came_with_id",
                        column: x => x.came_with_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_tickets_tickets_follows_id",
                        column: x => x.follows_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_tickets_tickets_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_tickets_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: true),
                    mailbox_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    what = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: true),
                    from_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    how = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    mailed_in = table.Column<long>(type: "INTEGER", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                    table.CheckConstraint("ck_alert_about", "(ticket_id IS NULL) <> (mailbox_id IS NULL)");
                    table.CheckConstraint("ck_alert_mailed", "CASE WHEN how = 'Mailed' THEN mailed_in IS NOT NULL ELSE mailed_in IS NULL END");
                    table.CheckConstraint("ck_alert_settled", "CASE WHEN settled_at IS NULL THEN how IS NULL AND read_at IS NULL ELSE how IS NOT NULL END");
                    table.ForeignKey(
                        name: "fk_alerts_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alerts_agents_from_id",
                        column: x => x.from_id,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_alerts_mailboxes_mailbox_id",
                        column: x => x.mailbox_id,
                        principalTable: "mailboxes",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_alerts_outbox_mailed_in",
                        column: x => x.mailed_in,
                        principalTable: "outbox",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_alerts_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "batch_lines",
                columns: table => new
                {
                    batch_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    why_not = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    version_after = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_before = table.Column<long>(type: "INTEGER", nullable: true),
                    topic_before = table.Column<long>(type: "INTEGER", nullable: true),
                    deadline_before = table.Column<long>(type: "INTEGER", nullable: true),
                    aside_before = table.Column<long>(type: "INTEGER", nullable: true),
                    blocked = table.Column<long>(type: "INTEGER", nullable: true),
                    is_told = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch_lines", x => new { x.batch_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_batch_lines_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_batch_lines_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: true),
                    by_agent = table.Column<long>(type: "INTEGER", nullable: true),
                    by_person = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facts", x => x.id);
                    table.ForeignKey(
                        name: "fk_facts_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_id = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    done = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    promised = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    next = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handovers", x => x.id);
                    table.ForeignKey(
                        name: "fk_handovers_agents_by_id",
                        column: x => x.by_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handovers_agents_owner_id",
                        column: x => x.owner_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handovers_agents_to_id",
                        column: x => x.to_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handovers_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "held_replies",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reply = table.Column<string>(type: "TEXT", nullable: false),
                    draft = table.Column<string>(type: "TEXT", maxLength: 110000, nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    leaves_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_replies", x => x.ticket_id);
                    table.ForeignKey(
                        name: "fk_held_replies_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_held_replies_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "last_looks",
                columns: table => new
                {
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seen = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<long>(type: "INTEGER", nullable: false),
                    is_unread = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_last_looks", x => new { x.ticket_id, x.agent_id });
                    table.ForeignKey(
                        name: "fk_last_looks_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_last_looks_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    came_from_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    nature = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: true),
                    person_id = table.Column<long>(type: "INTEGER", nullable: true),
                    body = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    understood = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    new_subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    belongs_since = table.Column<long>(type: "INTEGER", nullable: true),
                    introduces = table.Column<bool>(type: "INTEGER", nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    source_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    sent_as = table.Column<long>(type: "INTEGER", nullable: true),
                    call_is_incoming = table.Column<bool>(type: "INTEGER", nullable: true),
                    call_is_shared = table.Column<bool>(type: "INTEGER", nullable: true),
                    call_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    call_outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    call_started_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.CheckConstraint("ck_message_call", "CASE WHEN channel = 'Call' AND direction = 'ToCustomer' THEN call_is_incoming IS NOT NULL AND call_started_at IS NOT NULL AND call_is_shared IS NOT NULL\n    AND call_minutes IS NOT NULL AND call_minutes >= 0 AND call_outcome IS NOT NULL AND call_outcome IN ('Talked', 'Voicemail', 'NoAnswer') AND agent_id IS NOT NULL\nELSE call_is_incoming IS NULL AND call_started_at IS NULL AND call_is_shared IS NULL AND call_minutes IS NULL AND call_outcome IS NULL END");
                    table.CheckConstraint("ck_message_direction", "direction IN ('FromCustomer', 'ToCustomer', 'Note')");
                    table.CheckConstraint("ck_message_from_customer_has_source", "direction <> 'FromCustomer' OR (source_name IS NOT NULL AND source_key IS NOT NULL AND person_id IS NOT NULL)");
                    table.CheckConstraint("ck_message_new_subject", "CASE WHEN new_subject IS NULL THEN belongs_since IS NULL ELSE direction = 'FromCustomer' END");
                    table.CheckConstraint("ck_message_to_customer_is_in_outbox", "CASE WHEN direction = 'ToCustomer' THEN sent_as IS NOT NULL AND sent_as = id ELSE sent_as IS NULL END");
                    table.CheckConstraint("ck_message_understood", "understood IS NULL OR (direction = 'ToCustomer' AND agent_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_messages_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_messages_outbox_sent_as",
                        column: x => x.sent_as,
                        principalTable: "outbox",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_messages_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_messages_tickets_came_from_id",
                        column: x => x.came_from_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_messages_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person_id = table.Column<long>(type: "INTEGER", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participants", x => new { x.ticket_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_participants_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_participants_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "promise_bases",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    topic_id = table.Column<long>(type: "INTEGER", nullable: false),
                    pace = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<TimeSpan>(type: "TEXT", nullable: false),
                    level = table.Column<double>(type: "REAL", nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    was_kept = table.Column<bool>(type: "INTEGER", nullable: true),
                    ratio = table.Column<double>(type: "REAL", nullable: true),
                    learnt_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_bases", x => new { x.ticket_id, x.number });
                    table.CheckConstraint("ck_promise_basis", "count >= 0 AND (level IS NULL OR (level > 0 AND level < 1)) AND (ratio IS NULL OR (ratio >= 0 AND learnt_at IS NOT NULL AND was_kept IS NOT NULL))");
                    table.ForeignKey(
                        name: "fk_promise_bases_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_promise_bases_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "promise_ends",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    promiser = table.Column<long>(type: "INTEGER", nullable: false),
                    told_in = table.Column<long>(type: "INTEGER", nullable: false),
                    moves = table.Column<int>(type: "INTEGER", nullable: false),
                    words_in = table.Column<int>(type: "INTEGER", nullable: true),
                    how = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    noticed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_ends", x => new { x.ticket_id, x.number });
                    table.CheckConstraint("ck_promise_end_how", "how IN ('Kept', 'Moved', 'Broken', 'Withdrawn') AND (how = 'Broken' OR noticed_at <= due)");
                    table.CheckConstraint("ck_promise_end_order", "made_at <= at AND at <= due AND at <= noticed_at");
                    table.ForeignKey(
                        name: "fk_promise_ends_agents_promiser",
                        column: x => x.promiser,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_promise_ends_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "promise_words",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promise_words", x => new { x.ticket_id, x.number });
                    table.ForeignKey(
                        name: "fk_promise_words_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_causes",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 30, nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_causes", x => x.id);
                    table.ForeignKey(
                        name: "fk_rule_causes_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rule_runs",
                columns: table => new
                {
                    rule_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    cause = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    why = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_runs", x => new { x.rule_id, x.ticket_id, x.cause });
                    table.CheckConstraint("ck_rule_run_why", "(\"end\" = 'Done') = (why IS NULL)");
                    table.ForeignKey(
                        name: "fk_rule_runs_rules_rule_id",
                        column: x => x.rule_id,
                        principalTable: "rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rule_runs_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "thank_yous",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    from_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_id = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_back_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thank_yous", x => x.id);
                    table.CheckConstraint("ck_thank_you_taken_back", "taken_back_at IS NULL OR words IS NULL");
                    table.CheckConstraint("ck_thank_you_to_another", "from_id <> to_id");
                    table.ForeignKey(
                        name: "fk_thank_yous_agents_from_id",
                        column: x => x.from_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thank_yous_agents_to_id",
                        column: x => x.to_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thank_yous_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_pairs",
                columns: table => new
                {
                    one = table.Column<long>(type: "INTEGER", nullable: false),
                    other = table.Column<long>(type: "INTEGER", nullable: false),
                    pairing = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_pairs", x => new { x.one, x.other, x.pairing });
                    table.CheckConstraint("ck_ticket_pair_order", "one < other");
                    table.ForeignKey(
                        name: "fk_ticket_pairs_agents_by",
                        column: x => x.by,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ticket_pairs_tickets_one",
                        column: x => x.one,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ticket_pairs_tickets_other",
                        column: x => x.other,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_tags",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    tag_id = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_tags", x => new { x.ticket_id, x.tag_id });
                    table.ForeignKey(
                        name: "fk_ticket_tags_agents_by",
                        column: x => x.by,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ticket_tags_tags_tag_id",
                        column: x => x.tag_id,
                        principalTable: "tags",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ticket_tags_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unsent",
                columns: table => new
                {
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reply = table.Column<string>(type: "TEXT", maxLength: 110000, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    came_back = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsent", x => new { x.ticket_id, x.agent_id });
                    table.ForeignKey(
                        name: "fk_unsent_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unsent_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unsent_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    agent_id = table.Column<long>(type: "INTEGER", nullable: false),
                    is_note = table.Column<bool>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsent_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_unsent_files_agents_agent_id",
                        column: x => x.agent_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unsent_files_files_hash",
                        column: x => x.hash,
                        principalTable: "files",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unsent_files_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    webhook_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: true),
                    type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                    table.CheckConstraint("ck_webhook_delivery_settled", "(state = 'Waiting') = (settled_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_webhooks_webhook_id",
                        column: x => x.webhook_id,
                        principalTable: "webhooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    message_id = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    is_inline = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_attachments_files_hash",
                        column: x => x.hash,
                        principalTable: "files",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attachments_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    came_from_id = table.Column<long>(type: "INTEGER", nullable: true),
                    what = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    doer = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    is_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    unreached = table.Column<long>(type: "INTEGER", nullable: true),
                    asked_by = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_dropped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duties", x => x.id);
                    table.CheckConstraint("ck_duty_answer", "answer IS NULL OR (asked_by IS NOT NULL AND done_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_duties_agents_asked_by",
                        column: x => x.asked_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_duties_agents_doer",
                        column: x => x.doer,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_duties_messages_answer",
                        column: x => x.answer,
                        principalTable: "messages",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_duties_messages_unreached",
                        column: x => x.unreached,
                        principalTable: "messages",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_duties_tickets_came_from_id",
                        column: x => x.came_from_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_duties_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "playbook_matches",
                columns: table => new
                {
                    playbook_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_in = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<long>(type: "INTEGER", nullable: true),
                    dismissed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dismissed_by = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_playbook_matches", x => new { x.ticket_id, x.playbook_id });
                    table.CheckConstraint("ck_playbook_match_answered", "(answered_at IS NULL) = (answered_by IS NULL)");
                    table.CheckConstraint("ck_playbook_match_dismissed", "(dismissed_at IS NULL) = (dismissed_by IS NULL) AND (dismissed_at IS NULL OR answered_at IS NULL)");
                    table.ForeignKey(
                        name: "fk_playbook_matches_agents_answered_by",
                        column: x => x.answered_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_playbook_matches_agents_dismissed_by",
                        column: x => x.dismissed_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_playbook_matches_messages_seen_in",
                        column: x => x.seen_in,
                        principalTable: "messages",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_playbook_matches_playbooks_playbook_id",
                        column: x => x.playbook_id,
                        principalTable: "playbooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_playbook_matches_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "received_mails",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    source_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    door = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    mailbox_id = table.Column<long>(type: "INTEGER", nullable: true),
                    internet_message_id = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    raw_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    machine = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    checks = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    design = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    fate = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    because = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: true),
                    message_id = table.Column<long>(type: "INTEGER", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    told_in = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_mails", x => x.id);
                    table.CheckConstraint("ck_received_mail_belongs", "CASE fate WHEN 'Quarantined' THEN ticket_id IS NULL WHEN 'SetAside' THEN message_id IS NULL ELSE ticket_id IS NOT NULL END");
                    table.CheckConstraint("ck_received_mail_is_said", "fate NOT IN ('Opened', 'Joined') OR message_id IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_received_mails_files_raw_hash",
                        column: x => x.raw_hash,
                        principalTable: "files",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_received_mails_mailboxes_mailbox_id",
                        column: x => x.mailbox_id,
                        principalTable: "mailboxes",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_received_mails_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_received_mails_outbox_told_in",
                        column: x => x.told_in,
                        principalTable: "outbox",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_received_mails_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    message_id = table.Column<long>(type: "INTEGER", nullable: true),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    tokens = table.Column<string>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entries", x => x.id);
                    table.CheckConstraint("ck_search_entries_id", "id = coalesce(message_id, ticket_id)");
                    table.ForeignKey(
                        name: "fk_search_entries_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_search_entries_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_attempts_webhook_deliveries_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "webhook_deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obstacles",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    came_from_id = table.Column<long>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    said = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    said_in = table.Column<long>(type: "INTEGER", nullable: true),
                    record = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    record_source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    record_source_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    record_where = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    record_shown = table.Column<long>(type: "INTEGER", nullable: true),
                    raised_by = table.Column<long>(type: "INTEGER", nullable: true),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_by = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settlement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    holds = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    cause = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    next_outside = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obstacles", x => x.id);
                    table.CheckConstraint("ck_obstacle_cause", "CASE WHEN kind = 'Discrepancy' AND settled_at IS NOT NULL THEN holds IS NOT NULL AND cause IS NOT NULL AND record_source_key IS NOT NULL AND (holds <> 'Disagreed' OR next_outside IS NOT NULL)\nELSE holds IS NULL AND cause IS NULL AND next_outside IS NULL END");
                    table.CheckConstraint("ck_obstacle_settled", "CASE WHEN settled_at IS NULL THEN settled_by IS NULL AND settlement IS NULL ELSE settled_by IS NOT NULL AND settlement IS NOT NULL END");
                    table.CheckConstraint("ck_obstacle_sides", "CASE WHEN kind = 'Discrepancy' THEN record IS NOT NULL AND raised_by IS NOT NULL AND (said_in IS NULL OR (said IS NOT NULL AND said IN ('Written', 'ByPhone')))\n    AND (said IS NULL OR said <> 'Written' OR said_in IS NOT NULL) AND (record_source IS NULL) = (record_source_key IS NULL)\nELSE record IS NULL AND said IS NULL AND said_in IS NULL AND record_source IS NULL AND record_source_key IS NULL AND record_where IS NULL AND record_shown IS NULL END");
                    table.ForeignKey(
                        name: "fk_obstacles_agents_raised_by",
                        column: x => x.raised_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_obstacles_agents_settled_by",
                        column: x => x.settled_by,
                        principalTable: "agents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_obstacles_attachments_record_shown",
                        column: x => x.record_shown,
                        principalTable: "attachments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_obstacles_messages_said_in",
                        column: x => x.said_in,
                        principalTable: "messages",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_obstacles_tickets_came_from_id",
                        column: x => x.came_from_id,
                        principalTable: "tickets",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_obstacles_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "goodwill",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    giver_id = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    cents = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    duty_id = table.Column<long>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goodwill", x => x.id);
                    table.CheckConstraint("ck_goodwill_cents", "cents > 0");
                    table.ForeignKey(
                        name: "fk_goodwill_agents_giver_id",
                        column: x => x.giver_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_goodwill_duties_duty_id",
                        column: x => x.duty_id,
                        principalTable: "duties",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_goodwill_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "goodwill_returns",
                columns: table => new
                {
                    goodwill_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ticket_id = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goodwill_returns", x => x.goodwill_id);
                    table.ForeignKey(
                        name: "fk_goodwill_returns_agents_by_id",
                        column: x => x.by_id,
                        principalTable: "agents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_goodwill_returns_goodwill_goodwill_id",
                        column: x => x.goodwill_id,
                        principalTable: "goodwill",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_goodwill_returns_tickets_ticket_id",
                        column: x => x.ticket_id,
                        principalTable: "tickets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_agent_id",
                table: "absences",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_stand_in_id",
                table: "absences",
                column: "stand_in_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_until",
                table: "absences",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_agents_email",
                table: "agents",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agents_stand_in_id",
                table: "agents",
                column: "stand_in_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_agent_id_id",
                table: "alerts",
                columns: new[] { "agent_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_from_id",
                table: "alerts",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_mailed_in",
                table: "alerts",
                column: "mailed_in");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_of_mailboxes",
                table: "alerts",
                columns: new[] { "mailbox_id", "kind", "what", "agent_id" },
                unique: true,
                filter: "mailbox_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_ticket_id_kind_what_agent_id",
                table: "alerts",
                columns: new[] { "ticket_id", "kind", "what", "agent_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alerts_unread",
                table: "alerts",
                columns: new[] { "agent_id", "at" },
                filter: "read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_waiting",
                table: "alerts",
                column: "at",
                filter: "settled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_only_as",
                table: "api_keys",
                column: "only_as");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_secret_hash",
                table: "api_keys",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_hash",
                table: "attachments",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_message_id",
                table: "attachments",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_batch_lines_ticket_id",
                table: "batch_lines",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_batches_by",
                table: "batches",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_batches_given_to",
                table: "batches",
                column: "given_to");

            migrationBuilder.CreateIndex(
                name: "ix_batches_playbook",
                table: "batches",
                column: "playbook");

            migrationBuilder.CreateIndex(
                name: "ix_batches_source",
                table: "batches",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_batches_tag",
                table: "batches",
                column: "tag");

            migrationBuilder.CreateIndex(
                name: "ix_batches_topic",
                table: "batches",
                column: "topic");

            migrationBuilder.CreateIndex(
                name: "ix_batches_undone_by",
                table: "batches",
                column: "undone_by");

            migrationBuilder.CreateIndex(
                name: "ix_blocked_senders_by",
                table: "blocked_senders",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_blocked_senders_value",
                table: "blocked_senders",
                column: "value",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_closed_days_day",
                table: "closed_days",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_company_duty_agent_id",
                table: "company",
                column: "duty_agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_person_id",
                table: "contacts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_links_person_id",
                table: "customer_links",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_links_ticket_id",
                table: "customer_links",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_duties_answer",
                table: "duties",
                column: "answer");

            migrationBuilder.CreateIndex(
                name: "ix_duties_asked",
                table: "duties",
                columns: new[] { "doer", "due" },
                filter: "done_at IS NULL AND asked_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_duties_asked_by",
                table: "duties",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_duties_came_from_id",
                table: "duties",
                column: "came_from_id");

            migrationBuilder.CreateIndex(
                name: "ix_duties_ticket_id",
                table: "duties",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_duties_unreached",
                table: "duties",
                column: "unreached");

            migrationBuilder.CreateIndex(
                name: "ix_facts_for_leads",
                table: "facts",
                column: "id",
                filter: "kind IN ('PromiseMovedAgain', 'PromiserChanged')");

            migrationBuilder.CreateIndex(
                name: "ix_facts_ticket_id_id",
                table: "facts",
                columns: new[] { "ticket_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_given_words_heard_by",
                table: "given_words",
                column: "heard_by");

            migrationBuilder.CreateIndex(
                name: "ix_given_words_person_id",
                table: "given_words",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_given_words_settled_by",
                table: "given_words",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_goodwill_at",
                table: "goodwill",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_goodwill_duty_id",
                table: "goodwill",
                column: "duty_id");

            migrationBuilder.CreateIndex(
                name: "ix_goodwill_giver_id_at",
                table: "goodwill",
                columns: new[] { "giver_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_goodwill_ticket_id",
                table: "goodwill",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_goodwill_returns_by_id",
                table: "goodwill_returns",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_goodwill_returns_ticket_id",
                table: "goodwill_returns",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_by_id",
                table: "handovers",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_owner_id",
                table: "handovers",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_ticket_id_id",
                table: "handovers",
                columns: new[] { "ticket_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_handovers_to_id",
                table: "handovers",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_held_replies_agent_id",
                table: "held_replies",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_held_replies_leaves_at",
                table: "held_replies",
                column: "leaves_at");

            migrationBuilder.CreateIndex(
                name: "ix_jargon_terms_language_key",
                table: "jargon_terms",
                columns: new[] { "language", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_last_looks_agent_id",
                table: "last_looks",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_login_claims_user_id",
                table: "login_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_login_logins_user_id",
                table: "login_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_login_passkeys_user_id",
                table: "login_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "logins",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "logins",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_macros_owned_by",
                table: "macros",
                column: "owned_by");

            migrationBuilder.CreateIndex(
                name: "ix_mailboxes_address",
                table: "mailboxes",
                column: "address",
                unique: true,
                filter: "dropped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mailboxes_topic_id",
                table: "mailboxes",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_agent_id",
                table: "messages",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_came_from_id",
                table: "messages",
                column: "came_from_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_person_id",
                table: "messages",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_messages_sent_as",
                table: "messages",
                column: "sent_as");

            migrationBuilder.CreateIndex(
                name: "ix_messages_source_name_source_key",
                table: "messages",
                columns: new[] { "source_name", "source_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_ticket_id_id",
                table: "messages",
                columns: new[] { "ticket_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_came_from_id",
                table: "obstacles",
                column: "came_from_id");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_causes",
                table: "obstacles",
                column: "settled_at",
                filter: "kind = 'Discrepancy' AND settled_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_raised_by",
                table: "obstacles",
                column: "raised_by");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_record_shown",
                table: "obstacles",
                column: "record_shown");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_said_in",
                table: "obstacles",
                column: "said_in");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_settled_by",
                table: "obstacles",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_ticket_id",
                table: "obstacles",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_told_by_customer",
                table: "obstacles",
                columns: new[] { "kind", "ticket_id" },
                filter: "settled_at IS NULL AND raised_by IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_key",
                table: "organisations",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_agent_id",
                table: "outbox",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_calls_owed",
                table: "outbox",
                column: "not_before",
                filter: "way = 'Call' AND state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_copies",
                table: "outbox",
                column: "copy_of",
                filter: "copy_of IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_internet_message_id",
                table: "outbox",
                column: "internet_message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_link_id",
                table: "outbox",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_ticket_id",
                table: "outbox",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_to_send",
                table: "outbox",
                column: "not_before",
                filter: "state IN ('Waiting', 'Sending')");

            migrationBuilder.CreateIndex(
                name: "ix_participants_person_id",
                table: "participants",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_merged_into_id",
                table: "people",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_organisation_id",
                table: "people",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_by",
                table: "person_merges",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_into_id",
                table: "person_merges",
                column: "into_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_standing",
                table: "person_merges",
                column: "from_id",
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_playbook_matches_answered_by",
                table: "playbook_matches",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_playbook_matches_dismissed_by",
                table: "playbook_matches",
                column: "dismissed_by");

            migrationBuilder.CreateIndex(
                name: "ix_playbook_matches_playbook_id",
                table: "playbook_matches",
                column: "playbook_id");

            migrationBuilder.CreateIndex(
                name: "ix_playbook_matches_seen_in",
                table: "playbook_matches",
                column: "seen_in");

            migrationBuilder.CreateIndex(
                name: "ix_promise_bases_learnt",
                table: "promise_bases",
                columns: new[] { "topic_id", "pace", "learnt_at" },
                filter: "ratio IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_promise_bases_to_learn",
                table: "promise_bases",
                column: "due",
                filter: "learnt_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_promise_ends_at",
                table: "promise_ends",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_promise_ends_promiser",
                table: "promise_ends",
                column: "promiser");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_internet_message_id",
                table: "received_mails",
                column: "internet_message_id");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_mailbox_id",
                table: "received_mails",
                column: "mailbox_id");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_message_id",
                table: "received_mails",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_quarantined",
                table: "received_mails",
                column: "id",
                filter: "fate = 'Quarantined'");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_raw_hash",
                table: "received_mails",
                column: "raw_hash");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_source_key",
                table: "received_mails",
                column: "source_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_ticket_id",
                table: "received_mails",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_received_mails_told_in",
                table: "received_mails",
                column: "told_in");

            migrationBuilder.CreateIndex(
                name: "ix_rule_causes_ticket_id",
                table: "rule_causes",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_rule_runs_rule_id_at",
                table: "rule_runs",
                columns: new[] { "rule_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_rule_runs_ticket_id_at",
                table: "rule_runs",
                columns: new[] { "ticket_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_replies_owned_by",
                table: "saved_replies",
                column: "owned_by");

            migrationBuilder.CreateIndex(
                name: "ix_saved_views_made_by",
                table: "saved_views",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_made_by_id",
                table: "search_entries",
                columns: new[] { "made_by", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_message_id",
                table: "search_entries",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_ticket_id_message_id",
                table: "search_entries",
                columns: new[] { "ticket_id", "message_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_agent_id",
                table: "sessions",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_ended_by",
                table: "sessions",
                column: "ended_by");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_links_agent_id",
                table: "sign_in_links",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_links_secret_hash",
                table: "sign_in_links",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tags_key",
                table: "tags",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_members_agent_id",
                table: "team_members",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_thank_yous_at",
                table: "thank_yous",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_thank_yous_from_id",
                table: "thank_yous",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_thank_yous_ticket_id_from_id_to_id",
                table: "thank_yous",
                columns: new[] { "ticket_id", "from_id", "to_id" },
                unique: true,
                filter: "taken_back_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_thank_yous_to_id",
                table: "thank_yous",
                column: "to_id");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_pairs_by",
                table: "ticket_pairs",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_pairs_other",
                table: "ticket_pairs",
                column: "other");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_tags_by",
                table: "ticket_tags",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_tags_tag_id_ticket_id",
                table: "ticket_tags",
                columns: new[] { "tag_id", "ticket_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_aside_until",
                table: "tickets",
                column: "aside_until",
                filter: "aside_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_came_with_id",
                table: "tickets",
                column: "came_with_id");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_comes_up",
                table: "tickets",
                column: "comes_up");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_customer_id_arrived_at",
                table: "tickets",
                columns: new[] { "customer_id", "arrived_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_follows_id",
                table: "tickets",
                column: "follows_id");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_internal",
                table: "tickets",
                column: "comes_up",
                filter: "requester_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_introduced_id",
                table: "tickets",
                column: "introduced_id");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_lapsed",
                table: "tickets",
                column: "comes_up",
                filter: "lapses_since_our_word > 0");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_last_word_at",
                table: "tickets",
                column: "last_word_at");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_live_told_in",
                table: "tickets",
                column: "live_told_in");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_merged_into_id",
                table: "tickets",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_no_service",
                table: "tickets",
                column: "last_word_at",
                filter: "closure_how = 'NotService'");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_offered_by",
                table: "tickets",
                column: "offered_by",
                filter: "offered_by IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_offered_to",
                table: "tickets",
                column: "offered_to",
                filter: "offered_to IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_offered_until",
                table: "tickets",
                column: "offered_until",
                filter: "offered_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_open_owner_id_comes_up",
                table: "tickets",
                columns: new[] { "open_owner_id", "comes_up" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_owner_id_last_word_at",
                table: "tickets",
                columns: new[] { "owner_id", "last_word_at" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_reference",
                table: "tickets",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tickets_requester_id_last_word_at",
                table: "tickets",
                columns: new[] { "requester_id", "last_word_at" },
                filter: "requester_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_topic_id_comes_up",
                table: "tickets",
                columns: new[] { "topic_id", "comes_up" });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_untouched",
                table: "tickets",
                columns: new[] { "comes_up", "arrived_at" },
                filter: "closure_at IS NULL AND first_human_word_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_waiting",
                table: "tickets",
                column: "comes_up",
                filter: "promise_kind = 'CheckBack'");

            migrationBuilder.CreateIndex(
                name: "ix_topics_team_id",
                table: "topics",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_usual",
                table: "topics",
                column: "usual",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unsent_agent_id",
                table: "unsent",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_unsent_files_agent_id",
                table: "unsent_files",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_unsent_files_hash",
                table: "unsent_files",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_unsent_files_ticket_id_agent_id",
                table: "unsent_files",
                columns: new[] { "ticket_id", "agent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_attempts_delivery_id",
                table: "webhook_attempts",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_ticket_id",
                table: "webhook_deliveries",
                column: "ticket_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_to_send",
                table: "webhook_deliveries",
                column: "not_before",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_webhook_id_id",
                table: "webhook_deliveries",
                columns: new[] { "webhook_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "alert_wishes");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "allowed_risks");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "backups");

            migrationBuilder.DropTable(
                name: "batch_lines");

            migrationBuilder.DropTable(
                name: "blocked_senders");

            migrationBuilder.DropTable(
                name: "clockwork");

            migrationBuilder.DropTable(
                name: "closed_days");

            migrationBuilder.DropTable(
                name: "company");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "file_chunks");

            migrationBuilder.DropTable(
                name: "given_words");

            migrationBuilder.DropTable(
                name: "goodwill_returns");

            migrationBuilder.DropTable(
                name: "handovers");

            migrationBuilder.DropTable(
                name: "held_replies");

            migrationBuilder.DropTable(
                name: "jargon_terms");

            migrationBuilder.DropTable(
                name: "last_looks");

            migrationBuilder.DropTable(
                name: "login_claims");

            migrationBuilder.DropTable(
                name: "login_logins");

            migrationBuilder.DropTable(
                name: "login_passkeys");

            migrationBuilder.DropTable(
                name: "login_tokens");

            migrationBuilder.DropTable(
                name: "macros");

            migrationBuilder.DropTable(
                name: "merged_contacts");

            migrationBuilder.DropTable(
                name: "merged_matters");

            migrationBuilder.DropTable(
                name: "obstacles");

            migrationBuilder.DropTable(
                name: "onces");

            migrationBuilder.DropTable(
                name: "own_fields");

            migrationBuilder.DropTable(
                name: "participants");

            migrationBuilder.DropTable(
                name: "playbook_matches");

            migrationBuilder.DropTable(
                name: "promise_bases");

            migrationBuilder.DropTable(
                name: "promise_ends");

            migrationBuilder.DropTable(
                name: "promise_words");

            migrationBuilder.DropTable(
                name: "received_mails");

            migrationBuilder.DropTable(
                name: "restorations");

            migrationBuilder.DropTable(
                name: "rule_causes");

            migrationBuilder.DropTable(
                name: "rule_runs");

            migrationBuilder.DropTable(
                name: "saved_replies");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "secrets");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "sign_in_links");

            migrationBuilder.DropTable(
                name: "team_members");

            migrationBuilder.DropTable(
                name: "thank_yous");

            migrationBuilder.DropTable(
                name: "ticket_pairs");

            migrationBuilder.DropTable(
                name: "ticket_tags");

            migrationBuilder.DropTable(
                name: "turns_taken");

            migrationBuilder.DropTable(
                name: "unsent");

            migrationBuilder.DropTable(
                name: "unsent_calls");

            migrationBuilder.DropTable(
                name: "unsent_files");

            migrationBuilder.DropTable(
                name: "webhook_attempts");

            migrationBuilder.DropTable(
                name: "working_hours");

            migrationBuilder.DropTable(
                name: "batches");

            migrationBuilder.DropTable(
                name: "goodwill");

            migrationBuilder.DropTable(
                name: "logins");

            migrationBuilder.DropTable(
                name: "person_merges");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "mailboxes");

            migrationBuilder.DropTable(
                name: "rules");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "playbooks");

            migrationBuilder.DropTable(
                name: "tags");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "tickets");

            migrationBuilder.DropTable(
                name: "active_agents");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "agents");

            migrationBuilder.DropTable(
                name: "customer_links");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}
