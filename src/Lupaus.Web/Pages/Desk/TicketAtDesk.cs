using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>A word of the conversation, and how it left us.</summary>
public sealed record Saying(Message Message, Way? Way, Dispatch? State, string? Address, DateTimeOffset? NotBefore)
{
    /// <summary>The customer left only a number, and nobody has rung yet.</summary>
    public bool IsCallToMake(DateTimeOffset now) =>
        Way == Lupaus.Core.Outbox.Way.Call && State == Dispatch.Waiting && NotBefore <= now;
}

/// <summary>A ticket with all that stands on its page.</summary>
public sealed record TicketAtDesk(
    Ticket Ticket,
    Person Customer,
    Reference? Follows,
    IReadOnlyList<Saying> Sayings,
    IReadOnlyList<FactRow> Facts,
    IReadOnlyDictionary<int, string> Words,
    IReadOnlyList<DeskRow> OtherMatters,
    Unsent? Unsent,
    IReadOnlyList<UnsentFile> UnsentFiles,
    HeldReply? Held)
{
    /// <summary>Each fact once read from its row.</summary>
    public IReadOnlyList<(FactRow Row, Fact Fact)> Happened { get; } = [.. Facts.Select(f => (f, f.Fact))];

    public PromiseMade? ToldIn(MessageId message) => Happened.Select(h => h.Fact).OfType<PromiseMade>().FirstOrDefault(p => p.ToldIn == message);

    /// <summary>What exactly was promised, where its kind doesn't say all.</summary>
    public string? WordsOf(int promise) =>
        Happened.Select(h => h.Fact).OfType<PromiseMade>().FirstOrDefault(p => p.Number == promise)?.WordsIn is { } number ? Words.GetValueOrDefault(number) : null;

    public HowItEnded? EndOf(int promise) => Happened.Select(h => h.Fact).OfType<PromiseEnded>().FirstOrDefault(p => p.Number == promise)?.How;

    public int Ended(HowItEnded how) => Happened.Count(h => h.Fact is PromiseEnded end && end.How == how);

    /// <summary>What waits to be told by telephone, newest last.</summary>
    public IReadOnlyList<Saying> CallsToMake(DateTimeOffset now) => [.. Sayings.Where(s => s.IsCallToMake(now))];
}

public sealed record TicketInShort(TicketId Id, Person Customer, string Subject, LanguageCode Language);

public sealed class ReadTicket(IDbContextFactory<LupausDb> databases)
{
    private const int MostMatters = 12;

    /// <summary>Null when there is no such ticket.</summary>
    public async Task<TicketAtDesk?> By(Reference reference, AgentId reader, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await (
            from t in db.Tickets.AsNoTracking()
            join p in db.People.AsNoTracking().Include(p => p.Contacts) on t.CustomerId equals p.Id
            where t.Reference == reference
            select new { Ticket = t, Customer = p, Follows = db.Tickets.Where(e => e.Id == t.FollowsId).Select(e => (Reference?)e.Reference).FirstOrDefault(), Unsent = db.Unsent.FirstOrDefault(u => u.TicketId == t.Id && u.AgentId == reader), Held = db.HeldReplies.FirstOrDefault(h => h.TicketId == t.Id), UnsentFiles = db.UnsentFiles.Where(f => f.TicketId == t.Id && f.AgentId == reader).OrderBy(f => f.Id).ToList() }).FirstOrDefaultAsync(stop);
        if (found is not { Ticket: var ticket, Customer: var customer })
            return null;
        var sayings = await (
            from m in db.Messages.AsNoTracking().Include(m => m.Attachments)
            join o in db.Outbox on m.Id equals o.Id into sent
            from o in sent.DefaultIfEmpty()
            where m.TicketId == ticket.Id
            orderby m.Id
            select new Saying(m, (Way?)o.Way, (Dispatch?)o.State, o.Address, (DateTimeOffset?)o.NotBefore)).ToListAsync(stop);
        var facts = await Facts(db, ticket.Id, stop);
        var words = await db.PromiseWords.Where(w => w.TicketId == ticket.Id).ToDictionaryAsync(w => w.Number, w => w.Text, stop);
        var others = await db.Tickets.Where(t => t.CustomerId == customer.Id && t.Id != ticket.Id)
            .OrderByDescending(t => t.ArrivedAt).Take(MostMatters).AsRows(db).ToListAsync(stop);
        return new TicketAtDesk(ticket, customer, found.Follows, sayings, facts, words, others, found.Unsent, found.UnsentFiles, found.Held);
    }

    public async Task<(TicketId Ticket, PersonId Customer)?> WhoseIs(Reference reference, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await db.Tickets.Where(t => t.Reference == reference).Select(t => new { t.Id, t.CustomerId }).FirstOrDefaultAsync(stop);
        return found is null ? null : (found.Id, found.CustomerId);
    }

    /// <summary>What is needed to write in it.</summary>
    public async Task<TicketInShort?> Head(Reference reference, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await (
            from t in db.Tickets
            join p in db.People.AsNoTracking() on t.CustomerId equals p.Id
            where t.Reference == reference
            select new TicketInShort(t.Id, p, t.Subject, t.Language)).FirstOrDefaultAsync(stop);
    }

    public async Task<TicketId?> IdOf(Reference reference, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.Where(t => t.Reference == reference).Select(t => (TicketId?)t.Id).FirstOrDefaultAsync(stop);
    }

    private static Task<List<FactRow>> Facts(LupausDb db, TicketId ticket, CancellationToken stop) =>
        db.Facts.AsNoTracking().Where(f => f.TicketId == ticket).OrderBy(f => f.Id).ToListAsync(stop);
}
