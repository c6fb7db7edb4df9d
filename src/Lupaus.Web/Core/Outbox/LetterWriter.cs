using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

/// <summary>What a later room knows to have come in a ticket before a moment.</summary>
public sealed record RoomsThread(Func<TicketId, DateTimeOffset, LupausDb, CancellationToken, Task<IReadOnlyList<Threaded>>> Before);

/// <summary>How a letter is written that a later room decides. Each such room registers its own.</summary>
public sealed record RoomsLetter(Letter Letter, Func<OutboxEntry, LupausDb, CancellationToken, Task<ReadyLetter>> Write);

/// <summary>Writes out what an outbox entry stands for: the words, the promise, who to reach and how, and the customer's own link.</summary>
public sealed class LetterWriter(Words words, Telling telling, OpenLinks links, LinkKey key, OurCompany ourCompany, Settings settings, IMailServers servers, IEnumerable<RoomsLetter> ofRooms, IEnumerable<RoomsThread> threads)
{
    /// <summary>The newest of a thread, of each side.</summary>
    public const int MostThreaded = 50;

    public async Task<ReadyLetter> Write(OutboxEntry entry, LupausDb db, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var letter = await Write(entry, company, db, stop);
        // What isn't about a ticket comes from the main mailbox, where there is one.
        return letter.From == company.Email.Value && entry.Letter is not (Letter.Message or Letter.Copy) && await servers.From(null, company.Language, db, stop) is { } main
            ? letter with { From = main.Address.Value } : letter;
    }

    private async Task<ReadyLetter> Write(OutboxEntry entry, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        return entry.Letter switch
        {
            Letter.Message or Letter.Copy => await OfMessage(entry, company, db, stop),
            Letter.FreshLinks => await OfLinks(entry, company, db, stop),
            Letter.RuleAlert or Letter.WebhookStopped => await OfAlert(entry, company, db, stop),
            Letter.Invitation or Letter.Recovery => await OfAccount(entry, company, db, stop),
            var other => await ofRooms.Single(r => r.Letter == other).Write(entry, db, stop),
        };
    }

    private async Task<ReadyLetter> OfMessage(OutboxEntry entry, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var said = entry.CopyOf ?? entry.Id;
        var message = await db.Messages.AsNoTracking().Include(m => m.Attachments).FirstAsync(m => m.Id == said, stop);
        var ticket = await db.Tickets.AsNoTracking().IgnoreAutoIncludes().FirstAsync(t => t.Id == message.TicketId, stop);
        var from = await From(message, ticket, db, stop);
        var letters = await servers.From(ticket.Id, ticket.Language, db, stop);
        var say = words.In(ticket.Language);
        var times = new CivilTime(ticket.Language, company.Zone, message.At);

        var files = await LetterFiles.Of(message.Attachments, entry.InternetMessageId, db, stop);

        var parts = new List<LetterPart>();
        if (entry.Letter == Letter.Copy)
            parts.Add(new LetterPart.Said(say.Say("letter.copy", ("customer", await db.People.Where(p => p.Id == ticket.CustomerId).Select(p => p.Name).FirstAsync(stop)))));
        if (message.Introduces)
            parts.Add(new LetterPart.Said(say.Say("letter.introduces", ("owner", from.FirstName))));
        if (message.Call is not null)
            parts.Add(new LetterPart.Said(say["letter.call"]));
        parts.Add(message.Nature is Nature.Human or Nature.Moved or Nature.Reminder ? new LetterPart.Written(message.Body) : new LetterPart.Said(message.Body));
        if (message.Understood is { } understood)
            parts.Add(new LetterPart.Understood(say["letter.understood"], understood));
        if (message.Understood is not null && entry is { Letter: Letter.Message, LinkId: { } theirs } && new Uri(settings.PublicAddress, await links.PathOf(theirs, stop) + "#understood").ToString() is var confirm)
            parts.Add(new LetterPart.Said(say.Say("letter.understood.confirm", ("link", confirm)), confirm));
        if (message.Nature is Nature.Human or Nature.Reminder && await PromiseToldIn(message, ticket, db, stop) is { } told)
            parts.Add(new LetterPart.Said(telling.Promise(ticket.Language, told.Kind, from.FirstName, told.Due, times)));
        parts.Add(new LetterPart.Signed(message.Nature == Nature.Human && from.Signature is { } own ? own : $"{from.Name}\n{letters?.Signature ?? company.Name + Reach(from, company)}"));
        if (files.Left.Count > 0)
            parts.Add(new LetterPart.Said(say.Say("letter.files", ("files", string.Join(", ", files.Left.Select(f => $"{f.Name} ({FileSize.ForPeople(f.Length, ticket.Language)})")))), IsBeneath: true));
        if (entry.LinkId is { } link && new Uri(settings.PublicAddress, await links.PathOf(link, stop)).ToString() is var page)
            parts.Add(new LetterPart.Said(say.Say("letter.follow", ("link", page)), page, IsBeneath: true));
        if (message.Nature == Nature.Human && await Quoted(message, ticket.CustomerId, say, times, db, stop) is { } quoted)
            parts.Add(new LetterPart.Quoted(quoted));

        var subject = message.Nature == Nature.Acknowledgement ? say.Say("letter.acknowledged", ("subject", ticket.Subject)) : await SubjectOf(message, ticket, db, stop);
        var thread = await Thread(entry, ticket.Id, db, stop);
        var answered = thread.LastOrDefault(t => t.IsTheirs) ?? thread.LastOrDefault();
        var letter = new ReadyLetter(
            entry.Address!, $"{from.Name}, {company.MailName}", (letters?.Address ?? company.Email).Value, $"{subject} [{ticket.Reference}]", TextOf(parts),
            entry.InternetMessageId, message.At, IsAutomatic: message.AgentId is null || message.Nature == Nature.NewOwner,
            answered?.InternetMessageId, [.. thread.Select(t => t.InternetMessageId)], await AnswersTo(ticket.Id, letters?.Address ?? company.Email, stop))
        { Html = LetterHtml.Of(parts, ticket.Language, files.Show), Outlook = await OutlookThread.Of(ticket, answered, entry, db, stop) };
        return files.Into(letter);
    }

    private static string TextOf(IEnumerable<LetterPart> parts) => string.Join("\n\n", parts.Select(p => p.Text));

    /// <summary>What they called it last, where one of ours has said that it belongs here; else as the matter is called.</summary>
    private static async Task<string> SubjectOf(Message answer, Ticket ticket, LupausDb db, CancellationToken stop)
    {
        var (id, before) = (ticket.Id, answer.Id);
        var last = await db.Messages.AsNoTracking().Where(m => m.TicketId == id && m.Id < before && m.Direction == Direction.FromCustomer && m.Nature == Nature.Human)
            .OrderByDescending(m => m.Id).Select(m => new { m.NewSubject, m.BelongsSince }).FirstOrDefaultAsync(stop);
        return last is { NewSubject: { } theirs, BelongsSince: not null } ? theirs : ticket.Subject;
    }

    /// <summary>What the customer said last, beneath the answer to it, as mail programs have it.</summary>
    private static async Task<Quotation?> Quoted(Message answer, PersonId customer, Phrases say, CivilTime times, LupausDb db, CancellationToken stop)
    {
        var (ticket, at) = (answer.TicketId, answer.At);
        var said = await db.Messages.AsNoTracking().Where(m => m.TicketId == ticket && m.At <= at && m.Direction == Direction.FromCustomer && m.Nature == Nature.Human && m.Channel != Channel.Call)
            .OrderByDescending(m => m.Id).Select(m => new { m.Body, m.At, m.PersonId }).FirstOrDefaultAsync(stop);
        if (said is null)
            return null;
        var who = said.PersonId ?? customer;
        var name = await db.People.Where(p => p.Id == who).Select(p => p.Name).FirstAsync(stop);
        return Quotation.Of(said.Body, say.Say("letter.quoted", ("time", times.Full(said.At)), ("who", name)));
    }

    /// <summary>The ticket's own address, where mail to it comes to us and what stands before the @ doesn't get too long (RFC 5321, 4.5.3.1.1).</summary>
    private async ValueTask<string?> AnswersTo(TicketId ticket, EmailAddress from, CancellationToken stop) =>
        settings.PlusAddresses && (await key.ReplySigner(stop)).AddressOf(ticket, from).Value is var own && own.LastIndexOf('@') <= 64 ? own : null;

    /// <summary>What was said before, as mail programs put messages together (RFC 5322, 3.6.4): what came in, and what this reader got from us.</summary>
    private async Task<IReadOnlyList<Threaded>> Thread(OutboxEntry entry, TicketId ticket, LupausDb db, CancellationToken stop)
    {
        var said = await db.Outbox.AsNoTracking().Where(o => o.TicketId == ticket && o.Way == Way.Mail && o.MadeAt < entry.MadeAt && o.Address == entry.Address)
            .OrderByDescending(o => o.MadeAt).Take(MostThreaded).Select(o => new Threaded(o.InternetMessageId, o.MadeAt, false)).ToListAsync(stop);
        foreach (var room in threads)
            said.AddRange(await room.Before(ticket, entry.MadeAt, db, stop));
        return [.. said.OrderBy(t => t.At)];
    }

    /// <summary>Whoever wrote it; else the one it names, even when another has taken it on meanwhile.</summary>
    private static async Task<Agent> From(Message message, Ticket ticket, LupausDb db, CancellationToken stop)
    {
        var from = message.AgentId ?? (await db.PromisersAsTold(ticket.Id, stop)).GetValueOrDefault(message.Id, ticket.OwnerId);
        return await db.Agents.AsNoTracking().IgnoreAutoIncludes().FirstAsync(a => a.Id == from, stop);
    }

    private async Task<ReadyLetter> OfAccount(OutboxEntry entry, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var agent = await db.Agents.AsNoTracking().IgnoreAutoIncludes().FirstAsync(a => a.Id == entry.AgentId, stop);
        var say = words.In(agent.DeskLanguage);
        var kind = entry.Letter == Letter.Invitation ? "invitation" : "recovery";
        var link = new Uri(settings.PublicAddress, $"/{kind}/{entry.Secret}").ToString();
        return new ReadyLetter(
            entry.Address!, company.MailName, company.Email.Value, say.Say($"letter.{kind}.subject", ("company", company.Name)),
            say.Say($"letter.{kind}", ("name", agent.FirstName), ("company", company.Name), ("link", link)),
            entry.InternetMessageId, entry.MadeAt, IsAutomatic: true, null);
    }

    /// <summary>To one of ours, in the language of their desk: what happened, and where to look.</summary>
    private async Task<ReadyLetter> OfAlert(OutboxEntry entry, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var agent = await db.Agents.AsNoTracking().IgnoreAutoIncludes().FirstAsync(a => a.Id == entry.AgentId, stop);
        var ticket = entry.TicketId is { } id ? await db.Tickets.AsNoTracking().Where(t => t.Id == id).Select(t => new { t.Reference, t.Subject }).FirstAsync(stop) : null;
        var say = words.In(agent.DeskLanguage);
        var key = entry.Letter == Letter.RuleAlert ? "letter.rulealert" : "letter.webhookstopped";
        var link = new Uri(settings.PublicAddress, ticket is null ? "/admin/webhooks" : $"/desk/{ticket.Reference}").ToString();
        (string, string)[] with = [("name", agent.FirstName), ("about", entry.About ?? ""), ("subject", ticket?.Subject ?? ""), ("reference", ticket?.Reference.Value ?? ""), ("link", link)];
        return new ReadyLetter(
            entry.Address!, company.MailName, company.Email.Value, say.Say($"{key}.subject", with), say.Say(key, with),
            entry.InternetMessageId, entry.MadeAt, IsAutomatic: true, null);
    }

    private async Task<ReadyLetter> OfLinks(OutboxEntry entry, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var whose = await db.CustomerLinks.AsNoTracking().Where(l => l.Id == entry.LinkId).Select(l => l.PersonId).FirstAsync(stop);
        var person = await db.People.AsNoTracking().FirstAsync(p => p.Id == whose, stop);
        var made = await db.CustomerLinks.AsNoTracking().Where(l => l.PersonId == whose && l.MadeAt == entry.MadeAt && l.RevokedAt == null).OrderBy(l => l.Id)
            .Join(db.Tickets, l => l.TicketId, t => t.Id, (l, t) => new { l.Id, t.Subject, t.Reference }).ToListAsync(stop);
        var say = words.In(person.Language);

        var parts = new List<LetterPart> { new LetterPart.Said($"{telling.Greeting(person.Language, person)} {say["letter.links"]}") };
        // Made one after the other, the entry last; another letter of the same moment has others.
        foreach (var link in made.Where(l => l.Id.Value >= entry.LinkId!.Value.Value && l.Id.Value < entry.Id.Value))
        {
            var page = new Uri(settings.PublicAddress, await links.PathOf(link.Id, stop)).ToString();
            parts.Add(new LetterPart.Said($"{link.Subject} [{link.Reference}]\n{page}", page));
        }
        parts.Add(new LetterPart.Said(say["letter.links.secret"]));
        parts.Add(new LetterPart.Said(company.Name));
        return new ReadyLetter(
            entry.Address!, company.MailName, company.Email.Value, say.Say("letter.links.subject", ("company", company.Name)), TextOf(parts),
            entry.InternetMessageId, entry.MadeAt, IsAutomatic: true, null)
        { Html = LetterHtml.Of(parts, person.Language, _ => null) };
    }

    /// <summary>The promise that this message told: live still, or ended since.</summary>
    private static async Task<(PromiseKind Kind, DateTimeOffset Due)?> PromiseToldIn(Message message, Ticket ticket, LupausDb db, CancellationToken stop)
    {
        if (ticket.Promise is { } live && live.ToldIn == message.Id)
            return (live.Kind, live.Due);
        var ended = await db.PromiseEnds.AsNoTracking().FirstOrDefaultAsync(e => e.TicketId == ticket.Id && e.ToldIn == message.Id, stop);
        return ended is null ? null : (ended.Kind, ended.Due);
    }

    private static string Reach(Agent from, CompanyNow company) =>
        (from.ShowsPhone ? from.Phone : company.Phone) is { } phone ? $"\n{phone.ForPeople()}" : "";
}
