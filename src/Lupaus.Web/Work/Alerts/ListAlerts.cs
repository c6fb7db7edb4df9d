using Lupaus.Doors.Mailboxes;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>An alert in the list.</summary>
public sealed record ListedAlert(Alert Alert, AlertAbout About);

/// <summary>What alerts are about, by name, and where to look.</summary>
/// <param name="Reference">The ticket's; null where it is about a mailbox.</param>
/// <param name="Subject">What the ticket is called, or the mailbox's address.</param>
public sealed record AlertAbout(string Path, Reference? Reference, string Subject, string? Customer)
{
    public static AlertAbout Ticket(Reference reference, string subject, string? customer) => new($"/desk/{reference}", reference, subject, customer);

    public static AlertAbout Mailbox(MailboxId id, EmailAddress address) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/admin/mailboxes/{id.Value}"), null, address.Value, null);

    public string Words => Customer is null ? Subject : $"{Customer}: {Subject}";
}

/// <summary>The newest of somebody's alerts, whether read or not: nothing is lost when a desk has shown it in passing.</summary>
public sealed class ListAlerts(IDbContextFactory<LupausDb> databases)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<ListedAlert>> Of(AgentId agent, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var tickets = await (
            from a in db.Alerts.AsNoTracking()
            join t in db.Tickets on a.TicketId equals t.Id
            join p in db.People on t.CustomerId equals p.Id
            where a.AgentId == agent
            orderby a.Id descending
            select new { Alert = a, t.Reference, t.Subject, p.Name }).Take(Most).ToListAsync(stop);
        var mailboxes = await (
            from a in db.Alerts.AsNoTracking()
            join m in db.Mailboxes on a.MailboxId equals m.Id
            where a.AgentId == agent
            orderby a.Id descending
            select new { Alert = a, m.Id, m.Address }).Take(Most).ToListAsync(stop);
        return [.. tickets.Select(t => new ListedAlert(t.Alert, AlertAbout.Ticket(t.Reference, t.Subject, t.Name)))
            .Concat(mailboxes.Select(m => new ListedAlert(m.Alert, AlertAbout.Mailbox(m.Id, m.Address)))).OrderByDescending(l => l.Alert.Id.Value).Take(Most)];
    }
}
