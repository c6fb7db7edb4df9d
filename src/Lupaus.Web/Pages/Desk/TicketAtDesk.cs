using System.Globalization;
using Lupaus.Care.Playbooks;
using Lupaus.Care.Recovery;
using Lupaus.Care.Thanks;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Files;
using Lupaus.Ground.People;
using Lupaus.Mail.Machines;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Views;
using Lupaus.Work.Merging;
using Lupaus.Work.Replies;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>A word of the conversation, and how it left us.</summary>
/// <param name="Mail">The mail it came as.</param>
public sealed record Saying(Message Message, Way? Way, Dispatch? State, string? Address, DateTimeOffset? NotBefore, CameByMail? Mail)
{
    /// <summary>What a mail server said of it, where it didn't arrive.</summary>
    public string? Trouble { get; init; }

    /// <summary>The customer left only a number, and nobody has rung yet.</summary>
    public bool IsCallToMake(DateTimeOffset now) =>
        Way == Lupaus.Core.Outbox.Way.Call && State == Dispatch.Waiting && NotBefore <= now;
}

/// <param name="Because">What led it to this ticket; null when it opened it.</param>
/// <param name="Checks">What our mail server found out about its sender.</param>
/// <param name="Machine">Why it is a machine's.</param>
public sealed record CameByMail(ReceivedMailId Id, Clue? Because, string? Checks, MailDesign Design, string? Machine, string? From)
{
    /// <summary>A mail server tells what became of a letter of ours.</summary>
    public bool IsReport => Machine == Automatic.Report;
}

/// <summary>A copy of which nobody knows whether it left.</summary>
public sealed record UnsureCopy(MessageId Letter, MessageId Of, string? Address);

/// <summary>A mail from somebody unknown, which waits to be let in.</summary>
public sealed record WaitingMail(ReceivedMailId Id, DateTimeOffset At, Clue Because, string? Checks, IncomingMail Read)
{
    /// <summary>It says it is from one of ours, and nobody vouches for that.</summary>
    public bool IsOurs { get; init; }
}

/// <summary>Another ticket, as one names it.</summary>
public sealed record OtherTicket(TicketId Id, Reference Reference, string Subject);

/// <summary>What a ticket has to do with others.</summary>
/// <param name="Whole">Where it goes on, when it has been merged.</param>
/// <param name="Parts">What has been merged into it.</param>
/// <param name="Alike">Open matters of the same customer that seem to be the same one.</param>
/// <param name="Matters">How many matters this customer has had, this one too.</param>
public sealed record Belonging(OtherTicket? Whole, IReadOnlyList<OtherTicket> Parts, IReadOnlyList<OtherTicket> Links, IReadOnlyList<OtherTicket> Alike, int Matters)
{
    public OtherTicket? PartWith(TicketId id) => Parts.FirstOrDefault(p => p.Id == id);
}

/// <summary>Somebody beside the customer who takes part or has written here.</summary>
public sealed record Besides(PersonId Id, string Name, string? Email);

/// <summary>A ticket with all that stands on its page.</summary>
public sealed record TicketAtDesk(
    Ticket Ticket,
    Person Customer,
    Reference? Follows,
    IReadOnlyList<Saying> Sayings,
    IReadOnlyList<(FactRow Row, Fact Fact)> Happened,
    IReadOnlyDictionary<int, string> Words,
    IReadOnlyList<DeskRow> OtherMatters,
    Unsent? Unsent,
    IReadOnlyList<UnsentFile> UnsentFiles,
    HeldReply? Held,
    Belonging Belonging,
    IReadOnlyList<TagId> Tags,
    LastLook? LastLook)
{
    /// <summary>Those beside the customer: who takes part has an address here.</summary>
    public IReadOnlyList<Besides> Besides { get; init; } = [];

    /// <summary>What it has to do with prepared first aid.</summary>
    public IReadOnlyList<PlaybookMatch> Matches { get; init; } = [];

    /// <summary>Thanks said here and not taken back.</summary>
    public IReadOnlyList<ThankYou> Thanks { get; init; } = [];

    /// <summary>What the customer was given here, taken back or not.</summary>
    public IReadOnlyList<GoodwillRow> Goodwill { get; init; } = [];

    /// <summary>What the reader has given in this month, in cents; not only here.</summary>
    public int GivenByReader { get; init; }

    /// <summary>The newest offer of it to a colleague.</summary>
    public Handover? Offer { get; init; }

    public Handover? OpenOffer(DateTimeOffset now) => Offer is { } offer && Ticket.OfferedAs == offer.Id && Ticket.IsOffered(now) ? offer : null;

    /// <summary>How the newest offer came to nothing, until the customer has heard from us or it has changed hands since.</summary>
    public (FactRow Row, HandoverEnded Fact)? CameToNothing
    {
        get
        {
            if (Offer is not { } offer || !Ticket.IsOpen || Happened.LastOrDefault(h => h.Fact is HandoverEnded end && end.Handover == offer.Id) is not (var row, HandoverEnded ended))
                return null;
            var isOld = ended.How is HowOfferEnded.Accepted or HowOfferEnded.Withdrawn || Happened.Any(h => h.Row.Id > row.Id && h.Fact is (OwnerChanged or MessageSent { Nature: Nature.Human }));
            return isOld ? null : (row, ended);
        }
    }

    public IReadOnlyList<WaitingMail> Waiting { get; init; } = [];

    public IReadOnlyList<UnsureCopy> UnsureCopies { get; init; } = [];

    /// <summary>The word that didn't reach the customer, as long as nobody has reached them another way.</summary>
    public Saying? Unreached => Ticket.Duties.FirstOrDefault(d => d.IsToReach) is { } duty ? Sayings.FirstOrDefault(s => s.Message.Id == duty.Unreached) : null;

    /// <summary>Addresses of the customer's colleagues, as far as we know them.</summary>
    public IReadOnlyList<string> Suggested { get; init; } = [];

    public IEnumerable<Besides> TakingPart => Besides.Where(b => b.Email is not null);

    /// <summary>Whoever of them it was: one who takes part, else the customer.</summary>
    public string NameOf(PersonId? person) => Besides.FirstOrDefault(b => b.Id == person)?.Name ?? Customer.Name;

    public PromiseMade? ToldIn(MessageId message) => Happened.Select(h => h.Fact).OfType<PromiseMade>().FirstOrDefault(p => p.ToldIn == message);

    /// <summary>What exactly was promised, where its kind doesn't say all.</summary>
    public string? WordsOf(int promise) =>
        Happened.Select(h => h.Fact).OfType<PromiseMade>().FirstOrDefault(p => p.Number == promise)?.WordsIn is { } number ? Words.GetValueOrDefault(number) : null;

    public HowItEnded? EndOf(int promise) => Happened.Select(h => h.Fact).OfType<PromiseEnded>().FirstOrDefault(p => p.Number == promise)?.How;

    /// <summary>The first word that has come since this reader's last visit; null when there is none, or they were never here.</summary>
    public MessageId? FirstNew(AgentId reader, DateTimeOffset now) => LastLook is not { } last ? null :
        Sayings.Select(s => s.Message).FirstOrDefault(m => m.Id > last.ReadBefore(now) && m.IsNews(reader))?.Id;

    /// <summary>The message with this id, where it has the customer's own words.</summary>
    public Message? Quotable(string id) => Sayings.Select(s => s.Message).FirstOrDefault(m => m.Id.Value.ToString(CultureInfo.InvariantCulture) == id && Disagreement.WhyNotQuote(m) is null);

    public int Ended(HowItEnded how) => Happened.Count(h => h.Fact is PromiseEnded end && end.How == how);

    /// <summary>What waits to be told by telephone, newest last.</summary>
    public IReadOnlyList<Saying> CallsToMake(DateTimeOffset now) => [.. Sayings.Where(s => s.IsCallToMake(now))];
}

public sealed record TicketInShort(TicketId Id, Person Customer, string Subject, LanguageCode Language);

public sealed class ReadTicket(IDbContextFactory<LupausDb> databases, OurAddresses ours, OurCompany ourCompany, TimeProvider clock)
{
    private const int MostMatters = 12;
    private const int MostAlike = 3;
    private const int MostSuggested = 20;
    private const int MostWaiting = 5;
    private const int EnoughWords = 600;

    /// <summary>The same matter written twice is written twice soon.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    /// <summary>Null when there is no such ticket.</summary>
    public async Task<TicketAtDesk?> By(Reference reference, AgentId reader, CancellationToken stop)
    {
        var (monthBegins, monthEnds) = GoodwillMonth.At(clock.Now(), (await ourCompany.Now(stop)).Zone);
        await using var db = await databases.CreateDbContextAsync(stop);
        var found = await (
            from t in db.Tickets.AsNoTracking()
            join p in db.People.AsNoTracking().Include(p => p.Contacts) on t.CustomerId equals p.Id
            where t.Reference == reference
            select new
            {
                Ticket = t,
                Customer = p,
                Follows = db.Tickets.Where(e => e.Id == t.FollowsId).Select(e => (Reference?)e.Reference).FirstOrDefault(),
                // At most one of each; asked for as lists, since of "the first" EF makes a question about the whole table.
                Unsent = db.Unsent.Where(u => u.TicketId == t.Id && u.AgentId == reader).ToList(),
                Held = db.HeldReplies.Where(h => h.TicketId == t.Id).ToList(),
                UnsentFiles = db.UnsentFiles.Where(f => f.TicketId == t.Id && f.AgentId == reader).OrderBy(f => f.Id).ToList(),
                Whole = db.Tickets.Where(w => w.Id == t.MergedIntoId).Select(w => new OtherTicket(w.Id, w.Reference, w.Subject)).ToList(),
                Parts = db.Tickets.Where(o => o.MergedIntoId == t.Id).OrderBy(o => o.Id).Select(o => new OtherTicket(o.Id, o.Reference, o.Subject)).ToList(),
                HasOthers = db.Tickets.Any(o => o.CustomerId == t.CustomerId && o.Id != t.Id) || db.TicketPairs.Any(p => p.One == t.Id || p.Other == t.Id),
                Matters = db.Tickets.Count(o => o.CustomerId == t.CustomerId && o.MergedIntoId == null),
                Tags = db.TicketTags.Where(x => x.TicketId == t.Id).Select(x => x.TagId).ToList(),
                UnsureCopies = db.Outbox.Where(o => o.TicketId == t.Id && o.Letter == Letter.Copy && o.State == Dispatch.Unknown).Select(o => new UnsureCopy(o.Id, o.CopyOf!.Value, o.Address)).ToList(),
                Matches = db.PlaybookMatches.Where(m => m.TicketId == t.Id && m.AnsweredAt == null && m.DismissedAt == null).ToList(),
                Given = db.Standing(monthBegins, monthEnds).Where(g => g.GiverId == reader).Sum(g => g.Cents),
                LastLook = db.LastLooks.Where(l => l.TicketId == t.Id && l.AgentId == reader).ToList(),
            }).FirstOrDefaultAsync(stop);
        if (found is not { Ticket: var ticket, Customer: var customer })
            return null;
        TicketId[] whole = [ticket.Id, .. found.Parts.Select(p => p.Id)];
        var sayings = await (
            from m in db.Messages.AsNoTracking().Include(m => m.Attachments)
            join o in db.Outbox on m.Id equals o.Id into sent
            from o in sent.DefaultIfEmpty()
            join r in db.ReceivedMails on m.Id equals r.MessageId into came
            from r in came.DefaultIfEmpty()
            where whole.Contains(m.TicketId)
            orderby m.Id
            select new Saying(m, (Way?)o.Way, (Dispatch?)o.State, o.Address, (DateTimeOffset?)o.NotBefore, r == null ? null : new CameByMail(r.Id, r.Because, r.Checks, r.Design, r.Machine, r.From)) { Trouble = o.Trouble }).ToListAsync(stop);
        var happened = await Facts(db, ticket.Id, stop);
        var words = happened.Any(h => h.Fact is PromiseMade { WordsIn: not null })
            ? await db.PromiseWords.Where(w => w.TicketId == ticket.Id).ToDictionaryAsync(w => w.Number, w => w.Text, stop) : [];
        var others = found.HasOthers ? await Others(ticket, db, stop) : [];
        var links = others.Where(o => o.IsLinked).Select(o => o.Named).ToArray();
        var besides = await Besides(ticket, customer, sayings, db, stop);
        var belonging = new Belonging(found.Whole.FirstOrDefault(), found.Parts, links, Alike(ticket, sayings, others), found.Matters);
        return new TicketAtDesk(ticket, customer, found.Follows, sayings, happened, words, [.. others.Where(o => o.IsTheirs).Select(o => o.Row)], found.Unsent.FirstOrDefault(), found.UnsentFiles, found.Held.FirstOrDefault(), belonging, found.Tags, found.LastLook.FirstOrDefault())
        {
            Offer = happened.Any(h => h.Fact is HandoverOffered) ? await db.Handovers.AsNoTracking().Where(h => h.TicketId == ticket.Id).OrderByDescending(h => h.Id).FirstOrDefaultAsync(stop) : null,
            UnsureCopies = found.UnsureCopies,
            Matches = found.Matches,
            GivenByReader = found.Given,
            Goodwill = found.Parts.Count > 0 || happened.Any(h => h.Fact is GoodwillGiven) ? await db.GoodwillIn(ticket.Id, stop) : [],
            Thanks = happened.Any(h => h.Fact is ColleagueThanked) ? await db.ThankYous.AsNoTracking().Where(y => y.TicketId == ticket.Id && y.TakenBackAt == null).OrderBy(y => y.Id).ToListAsync(stop) : [],
            Waiting = await Waiting(ticket, happened, db, stop),
            Besides = [.. besides.Where(b => !b.IsAddress).Select(b => new Besides(b.Id, b.Text, ticket.Participating(b.Id)?.Email.Value))],
            Suggested = [.. besides.Where(b => b.IsAddress).Select(b => b.Text).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Asked only where the facts say that something waits.</summary>
    private async Task<IReadOnlyList<WaitingMail>> Waiting(Ticket ticket, (FactRow Row, Fact Fact)[] happened, LupausDb db, CancellationToken stop)
    {
        if (!happened.Select(h => h.Fact).OfType<MailWaits>().Select(w => w.Mail).Except(happened.Select(h => h.Fact).OfType<MailDecided>().Select(d => d.Mail)).Any())
            return [];
        var id = ticket.Id;
        var waiting = await db.ReceivedMails.AsNoTracking().Where(m => m.TicketId == id && m.Fate == Fate.Waits).OrderBy(m => m.Id).Take(MostWaiting)
            .Select(m => new { Mail = m, Raw = db.Set<FileChunk>().Where(c => c.Hash == m.RawHash).OrderBy(c => c.Number).Select(c => c.Content).ToList() }).ToListAsync(stop);
        var people = (await ours.Now(stop)).People;
        return [.. waiting.Select(w => (w.Mail, Read: IncomingMail.Read(w.Raw.SelectMany(c => c).ToArray(), new MailDoor(w.Mail.Door))))
            .Select(w => new WaitingMail(w.Mail.Id, w.Mail.At, w.Mail.Because!.Value, w.Mail.Checks, w.Read) { IsOurs = w.Read.Writer is { } writer && people.Contains(writer.Value) })];
    }

    /// <summary>Linked ones first, whoever's they are; then the customer's own, newest first.</summary>
    private static Task<List<OtherMatter>> Others(Ticket ticket, LupausDb db, CancellationToken stop)
    {
        var (id, customer) = (ticket.Id, ticket.CustomerId);
        var linked = db.TicketPairs.Where(p => p.Pairing == Pairing.Related && (p.One == id || p.Other == id)).Select(p => p.One == id ? p.Other : p.One);
        // Said by ids, since of "theirs or linked" PostgreSQL makes a walk through all tickets; their newest alone, since SQLite looks at a row's parts before it sorts.
        var theirs = db.Tickets.Where(t => t.CustomerId == customer && t.Id != id && (t.MergedIntoId == null || t.MergedIntoId != id)).OrderByDescending(t => t.ArrivedAt).Take(MostMatters);
        var those = theirs.Select(t => t.Id).Union(linked);
        return db.Tickets.Where(t => t.Id != id && those.Contains(t.Id))
            .OrderByDescending(t => linked.Contains(t.Id)).ThenByDescending(t => t.ArrivedAt).Take(MostMatters).AsRows(db)
            .Select(r => new OtherMatter(
                r,
                db.Tickets.Where(t => t.Id == r.Id).Select(t => t.ArrivedAt).First(),
                db.Messages.Where(m => m.TicketId == r.Id && m.Direction == Direction.FromCustomer).OrderBy(m => m.Id).Select(m => m.Body.Substring(0, EnoughWords)).FirstOrDefault(),
                db.Tickets.Any(t => t.Id == r.Id && t.CustomerId == customer),
                linked.Contains(r.Id),
                db.TicketPairs.Any(p => p.Pairing == Pairing.NotTheSame && ((p.One == r.Id && p.Other == id) || (p.Other == r.Id && p.One == id)))))
            .ToListAsync(stop);
    }

    private sealed record Beside(PersonId Id, string Text, bool IsAddress);

    /// <summary>Who else takes part or has written, and the addresses of the customer's colleagues. Asked only where there may be any.</summary>
    private static async Task<IReadOnlyList<Beside>> Besides(Ticket ticket, Person customer, List<Saying> sayings, LupausDb db, CancellationToken stop)
    {
        PersonId[] people = [.. ticket.Participants.Select(p => p.PersonId).Concat(sayings.Select(s => s.Message.PersonId).OfType<PersonId>()).Where(p => p != customer.Id).Distinct()];
        if (people.Length == 0 && customer.OrganisationId is null)
            return [];
        var (id, organisation) = (customer.Id, customer.OrganisationId);
        var named = db.People.Where(o => people.Contains(o.Id)).Select(o => new { o.Id, Text = o.Name, IsAddress = false });
        var colleagues = db.Contacts.Where(c => c.Kind == ContactKind.Email && !c.IsDead && c.PersonId != id && db.People.Any(o => o.Id == c.PersonId && o.OrganisationId != null && o.OrganisationId == organisation))
            .OrderBy(c => c.Value).Take(MostSuggested).Select(c => new { Id = c.PersonId, Text = c.Value, IsAddress = true });
        return [.. (await named.Concat(colleagues).ToListAsync(stop)).Select(b => new Beside(b.Id, b.Text, b.IsAddress))];
    }

    private OtherTicket[] Alike(Ticket ticket, List<Saying> sayings, List<OtherMatter> others)
    {
        if (!ticket.IsOpen || others.Count == 0)
            return [];
        var since = clock.Now() - Lately;
        var mine = $"{ticket.Subject}\n{sayings.Find(s => s.Message.TicketId == ticket.Id && s.Message.Direction == Direction.FromCustomer)?.Message.Body.CutTo(EnoughWords)}";
        return [.. others.Where(o => o.IsTheirs && o.Row.Requester == ticket.RequesterId && !o.IsLinked && !o.IsNotTheSame && o.Row.How is null && o.ArrivedAt > since && Likeness.AreAlike(mine, $"{o.Row.Subject}\n{o.FirstWords}")).Take(MostAlike).Select(o => o.Named)];
    }

    private sealed record OtherMatter(DeskRow Row, DateTimeOffset ArrivedAt, string? FirstWords, bool IsTheirs, bool IsLinked, bool IsNotTheSame)
    {
        public OtherTicket Named => new(Row.Id, Row.Reference, Row.Subject);
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
        return await db.Tickets.IdOf(reference, stop);
    }

    /// <summary>Each fact once read from its row.</summary>
    private static async Task<(FactRow Row, Fact Fact)[]> Facts(LupausDb db, TicketId ticket, CancellationToken stop) =>
        [.. (await db.Facts.AsNoTracking().Where(f => f.TicketId == ticket).OrderBy(f => f.Id).ToListAsync(stop)).Select(f => (f, f.Fact))];
}
