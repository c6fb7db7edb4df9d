using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Api;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

public sealed record TopicRow(Topic Topic, int OpenTickets);

/// <summary>How the house is arranged: what the pages of its keepers show.</summary>
public sealed record HouseNow(
    Company Company, IReadOnlyList<Team> Teams, IReadOnlyList<TopicRow> Topics, IReadOnlyList<ClosedDay> Closed, IReadOnlyList<ApiKey> Keys, IReadOnlyList<Colleague> Agents, IReadOnlyList<Mailbox> Mailboxes)
{
    /// <summary>Mails that nobody could place.</summary>
    public int MailsToPlace { get; init; }

    public string NameOf(AgentId agent) => Agents.FirstOrDefault(a => a.Id == agent)?.Name ?? "?";

    /// <summary>Those that were dropped too.</summary>
    public string AddressOf(MailboxId mailbox) => Mailboxes.FirstOrDefault(m => m.Id == mailbox)?.Address.Value ?? "?";

    public string TeamName(TeamId team) => Teams.FirstOrDefault(t => t.Id == team)?.Name ?? "?";
}

/// <summary>What one page of the keepers shows: the house, and what has just become of a form.</summary>
/// <param name="Part">The part that was refused, what had been typed there, and why.</param>
public sealed record AdminView(HouseNow House, string? Saved = null, string? Part = null, IFormCollection? Typed = null, Refusal? Refusal = null)
{
    public Refusal? WhyNot(string part) => part == Part ? Refusal : null;

    public string? Was(string part, string field, string? now) => part == Part && Typed?.ContainsKey(field) == true ? Typed[field].ToString() : now;
}

public sealed class HouseKeeping(IDbContextFactory<LupausDb> databases, Colleagues colleagues, QuarantinedMails mails, TimeProvider clock)
{
    public async Task<HouseNow> Look(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var company = await db.Companies.AsNoTracking().SingleAsync(stop);
        var yesterday = TimeZoneInfo.FindSystemTimeZoneById(company.Zone).DayAt(clock.Now()).AddDays(-1);
        var teams = await db.Teams.AsNoTracking().ToListAsync(stop);
        var topics = await db.Topics.AsNoTracking().ToListAsync(stop);
        var open = await db.Tickets.Open().GroupBy(t => t.TopicId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var closed = await db.ClosedDays.AsNoTracking().Where(d => d.Day >= yesterday).OrderBy(d => d.Day).ToListAsync(stop);
        var keys = await db.ApiKeys.AsNoTracking().OrderByDescending(k => k.Id).ToListAsync(stop);
        var mailboxes = await db.Mailboxes.AsNoTracking().OrderBy(m => m.Id).ToListAsync(stop);
        return new HouseNow(
            company,
            [.. teams.OrderBy(t => t.Name, StringComparer.InvariantCulture)],
            [.. topics.OrderBy(t => t.IsRetired).ThenByDescending(t => t.IsDefault).ThenBy(t => t.Finnish, StringComparer.InvariantCulture).Select(t => new TopicRow(t, open.GetValueOrDefault(t.Id)))],
            closed, [.. keys.OrderBy(k => k.RevokedAt is not null)],
            [.. (await colleagues.Now(stop)).Values.OrderByDescending(a => a.IsActive).ThenBy(a => a.Name, StringComparer.InvariantCulture)],
            mailboxes)
        {
            MailsToPlace = await mails.Count(stop),
        };
    }
}
