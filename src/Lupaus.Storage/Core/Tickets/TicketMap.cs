using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Audit;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lupaus.Storage.Core.Tickets;

internal sealed class TicketMap : IEntityTypeConfiguration<Ticket>
{
    /// <summary>The owner of an open ticket: refers to an active agent, so nobody who answers for one can be let go.</summary>
    public const string OpenOwner = "OpenOwnerId";

    /// <summary>
    /// The message that told the live promise, once more: this one refers to the outbox, so no promise stands untold.
    /// Not computed as the owner is, because saving has to know that the outbox comes first.
    /// </summary>
    public const string LiveToldIn = "LiveToldIn";

    /// <summary>What comes first at the desk: the promise, or the customer's own deadline when that is sooner. What waits aside doesn't come up.</summary>
    public const string ComesUp = "ComesUp";

    // Invariant 2: an open ticket has exactly one live promise, whole; a closed one has a closure, whole, and no promise.
    private const string OpenOrClosed =
        """
        CASE WHEN closure_at IS NULL THEN
            promise_number IS NOT NULL AND promise_kind IS NOT NULL AND promise_due IS NOT NULL AND promise_made_at IS NOT NULL
            AND promise_promiser IS NOT NULL AND promise_told_in IS NOT NULL AND promise_moves IS NOT NULL AND promise_number = promises_made
            AND live_told_in IS NOT NULL AND live_told_in = promise_told_in
            AND closure_how IS NULL AND closure_outcome IS NULL AND closure_by_agent IS NULL AND closure_by_person IS NULL AND closure_confirmed_at IS NULL
        ELSE
            closure_how IS NOT NULL AND closure_outcome IS NOT NULL AND deadline IS NULL
            AND promise_number IS NULL AND promise_kind IS NULL AND promise_due IS NULL AND promise_made_at IS NULL
            AND promise_promiser IS NULL AND promise_told_in IS NULL AND promise_moves IS NULL AND promise_words_in IS NULL
            AND live_told_in IS NULL
        END
        """;

    private const string KnownPromise = "promise_kind IN ('Answer', 'FindOut', 'Act', 'CheckBack') AND promise_due > promise_made_at AND promise_moves >= 0 AND promise_words_in <= promise_number";

    private const string KnownClosure = "closure_how IN ('Solved', 'CannotHelp', 'NoAnswer', 'Withdrawn', 'MergedInto', 'NotService') AND closure_outcome IN ('Flawless', 'FailedNotMended', 'FailedMended')";

    // What goes on elsewhere is closed here; "merged into" says into what.
    private const string KnownMerge =
        """
        (merged_into_id IS NULL OR (closure_at IS NOT NULL AND merged_into_id <> id)) AND (closure_how IS NULL OR closure_how <> 'MergedInto' OR merged_into_id IS NOT NULL)
        AND (came_with_id IS NULL OR (merged_into_id IS NOT NULL AND came_with_id <> id AND came_with_id <> merged_into_id))
        """;

    // An offer is whole or there is none; only an open ticket is offered, and never to whose it is. That they work here, the foreign key says.
    private const string WholeOffer =
        """
        CASE WHEN offered_as IS NULL THEN offered_to IS NULL AND offered_by IS NULL AND offered_until IS NULL
        ELSE offered_to IS NOT NULL AND offered_by IS NOT NULL AND offered_until IS NOT NULL AND closure_at IS NULL AND offered_to <> owner_id END
        """;

    private const string KnownUnderstanding =
        """
        (understanding_told_in IS NULL) = (understanding_at IS NULL) AND (understanding_answer IS NULL) = (understanding_answered_at IS NULL)
        AND (understanding_told_in IS NOT NULL OR (understanding_answer IS NULL AND understanding_came_from IS NULL))
        AND (understanding_answer IS NULL OR understanding_answer IN ('ByPage', 'ByCall', 'ByMessage', 'NotQuite'))
        """;
    // Nobody answers for what they ask themselves, promises it to themselves, or is offered it.
    private const string AnotherThanAsks =
        "requester_id IS NULL OR (owner_id <> requester_id AND (promise_promiser IS NULL OR promise_promiser <> requester_id) AND (offered_to IS NULL OR offered_to <> requester_id))";

    public void Configure(EntityTypeBuilder<Ticket> b)
    {
        b.ToTable("Tickets", t =>
        {
            t.HasCheckConstraint("ck_ticket_open_or_closed", OpenOrClosed);
            t.HasCheckConstraint("ck_ticket_promise", KnownPromise);
            t.HasCheckConstraint("ck_ticket_closure", KnownClosure);
            t.HasCheckConstraint("ck_ticket_merged", KnownMerge);
            t.HasCheckConstraint("ck_ticket_guess", "(deadline_guess_at IS NULL) = (deadline_guess_message IS NULL) AND (closure_at IS NULL OR deadline_guess_at IS NULL)");
            t.HasCheckConstraint("ck_ticket_understanding", KnownUnderstanding);
            t.HasCheckConstraint("ck_ticket_offer", WholeOffer);
            t.HasCheckConstraint("ck_ticket_requester", AnotherThanAsks);
            t.HasCheckConstraint("ck_ticket_bounces", "bounces >= 0");
            t.HasCheckConstraint("ck_ticket_aside", "aside_until IS NULL OR closure_at IS NULL");
        });
        b.Property(t => t.Id).ValueGeneratedNever();
        b.Property(t => t.Subject).HasMaxLength(Limits.Subject);
        b.Property(t => t.FormerSubjects).HasMaxLength(Ticket.MostFormer * (Limits.Subject + 1));
        b.Property(t => t.Goal).HasMaxLength(Limits.Goal);
        b.ComplexProperty(t => t.Promise);
        b.ComplexProperty(t => t.Closure);
        b.ComplexProperty(t => t.DeadlineGuess);
        b.ComplexProperty(t => t.Understanding);
        b.HasIndex(t => t.Reference).IsUnique();

        b.Property<AgentId?>(OpenOwner).HasComputedColumnSql("CASE WHEN closure_at IS NULL THEN owner_id END", stored: true);
        b.Property<MessageId?>(LiveToldIn);
        b.Property<DateTimeOffset?>(ComesUp).HasComputedColumnSql("CASE WHEN aside_until IS NOT NULL THEN NULL WHEN deadline < promise_due THEN deadline ELSE promise_due END", stored: true);

        b.HasOne<ActiveAgent>().WithMany().HasForeignKey(OpenOwner).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(t => t.OwnerId);
        b.HasOne<Agent>().WithMany().HasForeignKey(t => t.IntroducedId);
        b.HasOne<Agent>().WithMany().HasForeignKey(t => t.RequesterId);
        b.HasOne<ActiveAgent>().WithMany().HasForeignKey(t => t.OfferedTo).OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Agent>().WithMany().HasForeignKey(t => t.OfferedBy);
        b.HasOne<Person>().WithMany().HasForeignKey(t => t.CustomerId);
        b.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(t => t.FollowsId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(t => t.MergedIntoId);
        b.HasOne<Ticket>().WithMany().HasForeignKey(t => t.CameWithId);

        b.HasMany<FactRow>().WithOne().HasForeignKey(f => f.TicketId);
        b.HasMany(t => t.Messages).WithOne().HasForeignKey(m => m.TicketId);
        b.HasMany(t => t.PromiseEnds).WithOne().HasForeignKey(e => e.TicketId);
        b.HasMany(t => t.PromiseBases).WithOne().HasForeignKey(p => p.TicketId);
        b.HasMany(t => t.PromiseWords).WithOne().HasForeignKey(w => w.TicketId);
        b.HasMany(t => t.Obstacles).WithOne().HasForeignKey(o => o.TicketId);
        b.HasMany(t => t.Duties).WithOne().HasForeignKey(d => d.TicketId);
        b.HasMany(t => t.Participants).WithOne().HasForeignKey(p => p.TicketId);
        b.Navigation(t => t.Obstacles).AutoInclude();
        b.Navigation(t => t.Duties).AutoInclude();
        b.Navigation(t => t.Participants).AutoInclude();

        b.HasIndex(OpenOwner, ComesUp);
        b.HasIndex(ComesUp);
        b.HasIndex(ComesUp, nameof(Ticket.ArrivedAt)).HasFilter("closure_at IS NULL AND first_human_word_at IS NULL").HasDatabaseName("ix_tickets_untouched");
        b.HasIndex([ComesUp], "ix_tickets_lapsed").HasFilter("lapses_since_our_word > 0");
        b.HasIndex(t => new { t.CustomerId, t.ArrivedAt });
        b.HasIndex(t => t.LastWordAt);
        b.HasIndex(t => t.OfferedTo).HasFilter("offered_to IS NOT NULL");
        b.HasIndex(t => t.OfferedBy).HasFilter("offered_by IS NOT NULL");
        b.HasIndex(t => t.OfferedUntil).HasFilter("offered_until IS NOT NULL");

        b.HasIndex(t => new { t.RequesterId, t.LastWordAt }).HasFilter("requester_id IS NOT NULL");
        b.HasIndex([ComesUp], "ix_tickets_internal").HasFilter("requester_id IS NOT NULL");

        // What the desk's lists look through: one agent's closed ones, a topic's, those that wait, those set aside.
        b.HasIndex(t => new { t.OwnerId, t.LastWordAt });
        b.HasIndex(nameof(Ticket.TopicId), ComesUp);
        b.HasIndex([ComesUp], "ix_tickets_waiting").HasFilter("promise_kind = 'CheckBack'");
        b.HasIndex(t => t.AsideUntil).HasFilter("aside_until IS NOT NULL");
        b.HasIndex([nameof(Ticket.LastWordAt)], "ix_tickets_no_service").HasFilter("closure_how = 'NotService'");
    }
}

internal sealed class ObstacleMap : IEntityTypeConfiguration<Obstacle>
{
    // The customer's word stands beside the record's: neither is recorded without the other.
    private const string BothSides =
        """
        CASE WHEN kind = 'Discrepancy' THEN record IS NOT NULL AND raised_by IS NOT NULL AND (said_in IS NULL OR (said IS NOT NULL AND said IN ('Written', 'ByPhone')))
            AND (said IS NULL OR said <> 'Written' OR said_in IS NOT NULL) AND (record_source IS NULL) = (record_source_key IS NULL)
        ELSE record IS NULL AND said IS NULL AND said_in IS NULL AND record_source IS NULL AND record_source_key IS NULL AND record_where IS NULL AND record_shown IS NULL END
        """;

    // A discrepancy is settled with a cause, in a system that has a name; agreeing to disagree names the way on.
    private const string WithCause =
        """
        CASE WHEN kind = 'Discrepancy' AND settled_at IS NOT NULL THEN holds IS NOT NULL AND cause IS NOT NULL AND record_source_key IS NOT NULL AND (holds <> 'Disagreed' OR next_outside IS NOT NULL)
        ELSE holds IS NULL AND cause IS NULL AND next_outside IS NULL END
        """;

    public void Configure(EntityTypeBuilder<Obstacle> b)
    {
        b.ToTable("Obstacles", t =>
        {
            t.HasCheckConstraint("ck_obstacle_settled", "CASE WHEN settled_at IS NULL THEN settled_by IS NULL AND settlement IS NULL ELSE settled_by IS NOT NULL AND settlement IS NOT NULL END");
            t.HasCheckConstraint("ck_obstacle_sides", BothSides);
            t.HasCheckConstraint("ck_obstacle_cause", WithCause);
        });
        b.Property(o => o.Id).ValueGeneratedNever();
        b.Property(o => o.Text).HasMaxLength(Limits.Reason);
        b.Property(o => o.Record).HasMaxLength(Limits.Reason);
        b.Property(o => o.RecordSource).HasMaxLength(Disagreement.MostSource);
        b.Property(o => o.RecordSourceKey).HasMaxLength(Disagreement.MostSource);
        b.Property(o => o.RecordWhere).HasMaxLength(Limits.Reason);
        b.Property(o => o.NextOutside).HasMaxLength(Limits.Reason);
        b.HasOne<Message>().WithMany().HasForeignKey(o => o.SaidIn);
        b.HasOne<Attachment>().WithMany().HasForeignKey(o => o.RecordShown);
        b.HasIndex(o => o.SettledAt).HasFilter("kind = 'Discrepancy' AND settled_at IS NOT NULL").HasDatabaseName("ix_obstacles_causes");
        b.Property(o => o.Settlement).HasMaxLength(Limits.Reason);
        b.HasOne<Ticket>().WithMany().HasForeignKey(o => o.CameFromId);
        b.HasOne<Agent>().WithMany().HasForeignKey(o => o.RaisedBy);
        b.HasIndex(o => new { o.Kind, o.TicketId }).HasFilter("settled_at IS NULL AND raised_by IS NULL").HasDatabaseName("ix_obstacles_told_by_customer");
        b.HasOne<Agent>().WithMany().HasForeignKey(o => o.SettledBy);
    }
}

internal sealed class HandoverMap : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> b)
    {
        b.ToTable("Handovers");
        b.Property(h => h.Id).ValueGeneratedNever();
        b.Property(h => h.Done).HasMaxLength(Limits.Reason);
        b.Property(h => h.Promised).HasMaxLength(Limits.Reason);
        b.Property(h => h.Next).HasMaxLength(Limits.Reason);
        b.Property(h => h.Reason).HasMaxLength(Limits.Reason);
        b.HasOne<Ticket>().WithMany().HasForeignKey(h => h.TicketId);
        b.HasOne<Agent>().WithMany().HasForeignKey(h => h.OwnerId);
        b.HasOne<Agent>().WithMany().HasForeignKey(h => h.ToId);
        b.HasOne<Agent>().WithMany().HasForeignKey(h => h.ById);
        b.HasIndex(h => new { h.TicketId, h.Id });
    }
}

internal sealed class ParticipantMap : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> b)
    {
        b.ToTable("Participants");
        b.HasKey(p => new { p.TicketId, p.PersonId });
        b.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        b.HasIndex(p => p.PersonId);
    }
}

internal sealed class DutyMap : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> b)
    {
        b.ToTable("Duties", t => t.HasCheckConstraint("ck_duty_answer", "answer IS NULL OR (asked_by IS NOT NULL AND done_at IS NOT NULL)"));
        b.Property(d => d.Id).ValueGeneratedNever();
        b.Property(d => d.What).HasMaxLength(Limits.Reason);
        b.HasOne<Ticket>().WithMany().HasForeignKey(d => d.CameFromId);
        b.HasOne<Agent>().WithMany().HasForeignKey(d => d.Doer);
        b.HasOne<Message>().WithMany().HasForeignKey(d => d.Unreached);
        b.HasOne<Agent>().WithMany().HasForeignKey(d => d.AskedBy);
        b.HasOne<Message>().WithMany().HasForeignKey(d => d.Answer);
        b.HasIndex(d => new { d.Doer, d.Due }).HasFilter("done_at IS NULL AND asked_by IS NOT NULL").HasDatabaseName("ix_duties_asked");
    }
}
