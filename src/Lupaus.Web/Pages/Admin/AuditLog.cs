using System.Globalization;
using Lupaus.Care.Playbooks;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Api;
using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <summary>What an entry of the log is about.</summary>
public enum AuditKind { SignIn, People, Absences, House, Keys, Automation }

/// <param name="By">Only what this agent did.</param>
public sealed record AuditFilter(AgentId? By, AuditKind? About);

public sealed record AuditPart(IReadOnlyList<FactRow> Rows, string? After);

/// <summary>Everything that was done to the house and its people, newest first. What happens to tickets stands in their own history.</summary>
public sealed class AuditLog(IDbContextFactory<LupausDb> databases)
{
    public const int PartLength = 50;

    private static readonly Dictionary<AuditKind, string[]> Kinds = new()
    {
        [AuditKind.SignIn] = [nameof(AgentSignedIn), nameof(SessionEnded), nameof(WayInChanged), nameof(RecoveryAsked), nameof(SignInByOthersChanged)],
        [AuditKind.People] =
        [
            nameof(AgentInvited), nameof(InvitationRenewed), nameof(InvitationWithdrawn), nameof(AgentActivated), nameof(AgentDeactivated), nameof(AgentDescribed),
            nameof(AgentEmailChanged), nameof(RoleChanged), nameof(AdminLeft), nameof(TeamsChosen), nameof(DutyMoved), nameof(GoodwillLimited),
        ],
        [AuditKind.Absences] = [nameof(AgentAway), nameof(AgentBack), nameof(StandInNamed), nameof(HoursChosen)],
        [AuditKind.House] =
        [
            nameof(CompanyOpened), nameof(CompanyDescribed), nameof(QueueOrdered), nameof(GoodwillAllowed), nameof(DayClosed), nameof(DayOpened), nameof(BackupAsked), nameof(TeamFounded), nameof(TeamDescribed),
            nameof(TopicOpened), nameof(TopicDescribed), nameof(TopicRetired), nameof(TopicRevived), nameof(TopicMadeDefault), nameof(SenderBlocked), nameof(SenderUnblocked),
            nameof(MailboxMade), nameof(MailboxChanged), nameof(MailboxKeyChanged), nameof(MailboxStopped), nameof(MailboxResumed), nameof(MailboxDropped),
            nameof(MailReadAgain), nameof(MailOpenedAnyway), nameof(MailDismissed), nameof(JargonNoted), nameof(JargonDropped),
            nameof(PlaybookWritten), nameof(PlaybookDropped), nameof(TroubleGoesOn), nameof(TroubleIsOver),
        ],
        [AuditKind.Keys] = [nameof(ApiKeyMade), nameof(ApiKeyRevoked)],
        [AuditKind.Automation] =
        [
            nameof(MacroWritten), nameof(MacroDropped), nameof(RuleWritten), nameof(RuleSwitched), nameof(RulesOrdered), nameof(RuleDropped),
            nameof(WebhookMade), nameof(WebhookChanged), nameof(WebhookSecretChanged), nameof(WebhookStopped), nameof(WebhookResumed), nameof(WebhookDropped),
        ],
    };

    public static IReadOnlyCollection<string> KindsOf(AuditKind about) => Kinds[about];

    public async Task<AuditPart> Show(AuditFilter filter, string? after, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var facts = db.Facts.AsNoTracking().Where(f => f.TicketId == null);
        if (filter.By is { } agent)
            facts = facts.Where(f => f.ByAgent == agent);
        if (filter.About is { } about)
        {
            var kinds = Kinds[about];
            facts = facts.Where(f => kinds.Contains(f.Kind));
        }
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            facts = facts.Where(f => f.Id < last);
        var rows = await facts.OrderByDescending(f => f.Id).Take(PartLength + 1).ToListAsync(stop);
        return rows.Count <= PartLength ? new AuditPart(rows, null) : new AuditPart(rows[..PartLength], rows[PartLength - 1].Id.ToString(CultureInfo.InvariantCulture));
    }
}
