using Lupaus.Core.Outbox;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>The letter to one of ours whose desk wasn't open: what, in which ticket, by when, and the way there.</summary>
public sealed class AlertLetter(Words words, OurCompany ourCompany, Colleagues colleagues, Settings settings)
{
    public async Task<ReadyLetter> Write(OutboxEntry entry, LupausDb db, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var everybody = await colleagues.Now(stop);
        var agent = everybody[entry.AgentId!.Value];
        var say = words.In(agent.DeskLanguage);
        var times = new CivilTime(agent.DeskLanguage, company.Zone, entry.MadeAt);
        var told = await db.Alerts.AsNoTracking().Where(a => a.MailedIn == entry.Id).OrderBy(a => a.Id)
            .Join(db.Tickets, a => a.TicketId, t => t.Id, (a, t) => new ListedAlert(a, AlertAbout.Ticket(t.Reference, t.Subject, null))).ToListAsync(stop);
        told.AddRange(await db.Alerts.AsNoTracking().Where(a => a.MailedIn == entry.Id).OrderBy(a => a.Id)
            .Join(db.Mailboxes, a => a.MailboxId, m => m.Id, (a, m) => new ListedAlert(a, AlertAbout.Mailbox(m.Id, m.Address))).ToListAsync(stop));

        var lines = told.Select(t => $"{t.Alert.Title(say, times, id => everybody[id].Name)}\n{Named(t.About)}\n{Link(t.About.Path)}");
        var body = $"{say.Say("alerts.letter", ("name", agent.FirstName))}\n\n{string.Join("\n\n", lines)}\n\n{say.Say("alerts.letter.why", ("link", Link("/me#alerts")))}";
        var subject = told is [var only] ? $"{only.Alert.Kind.Short(say)}: {Named(only.About)}" : say.Say("alerts.letter.many", ("count", told.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new ReadyLetter(entry.Address!, company.MailName, company.Email.Value, subject, body, entry.InternetMessageId, entry.MadeAt, IsAutomatic: true, null);
    }

    private static string Named(AlertAbout about) => about.Reference is { } reference ? $"{about.Subject} [{reference}]" : about.Subject;

    private string Link(string path) => new Uri(settings.PublicAddress, path).ToString();
}
