using System.Text;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Files;
using Lupaus.Storage.Core.Tickets;

namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>What has happened in a test's database before its test begins: Maria wrote on Monday morning.</summary>
internal static class Given
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);
    public static readonly DateTimeOffset Monday = Satama.Monday;
    public static readonly DateTimeOffset TwoOClock = Monday + (4 * Hour);
    public static readonly DateTimeOffset Wednesday = Monday + (2 * Day);

    public static Source Letter => Source.Of("mail", $"{Guid.NewGuid():N}@example.com");

    public static AnswerPromised AnAnswerBy(DateTimeOffset due) => new(due, "Saimme viestisi.");

    public static Reply AReply(WhatNext? next = null, bool delivers = true, MessageId? seen = null) => new("Hei Maria!", next ?? new WhatNext.Solves(), delivers, seen);

    /// <summary>What Maria says, and what the booking system says.</summary>
    public static Disagreement TwoWords() => new("Maksoin viikko sitten.", new RecordsWord("Maksua ei näy.", "Varausjärjestelmä"));

    public static Verdict AVerdict(WhichHolds holds = WhichHolds.Customers) => new(holds, DiscrepancyCause.Delay, "Maksu löytyi pankista.", holds == WhichHolds.Disagreed ? "Kuluttajaneuvonta" : null);

    public static Ticket AMatter(Satama company, AgentId? owner = null, Source? source = null, DateTimeOffset? deadline = null, DateTimeOffset? at = null) => Ticket.Arrive(
        new Arrival(company.Maria, company.Trains, LanguageCode.Fi, "Lippu", "En löydä lippuani.", Channel.Mail, source ?? Letter, deadline),
        Reference.Random(), owner ?? company.Aino, OwnerReason.LeastWork, AnAnswerBy((at ?? Monday) + (4 * Hour)), at ?? Monday);

    public static Task<TicketId> AnOpenTicket(this TestDatabase database, AgentId? owner = null, DateTimeOffset? deadline = null) =>
        database.Changes.Make(db =>
        {
            var ticket = AMatter(database.Company, owner, deadline: deadline);
            db.Tickets.Add(ticket);
            return Task.FromResult(ticket.Id);
        }, TestDatabase.Stop);

    /// <summary>Bertil needs something of his colleagues, and Aino answers for it.</summary>
    public static Task<TicketId> ARequest(this TestDatabase database) =>
        database.Changes.Make(db =>
        {
            var company = database.Company;
            var arrival = new Arrival(company.Maria, company.Trains, LanguageCode.Fi, "Näyttö", "Tarvitsen näytön.", Channel.Desk, Letter, Requester: company.Bertil);
            var ticket = Ticket.Arrive(arrival, Reference.Random(), company.Aino, OwnerReason.LeastWork, AnAnswerBy(TwoOClock), Monday);
            db.Tickets.Add(ticket);
            return Task.FromResult(ticket.Id);
        }, TestDatabase.Stop);

    public static async Task<TicketId> ATicketWith(this TestDatabase database, PromiseKind kind)
    {
        var id = await database.AnOpenTicket();
        WhatNext next = kind == PromiseKind.CheckBack
            ? new WhatNext.WaitsForCustomer(Wednesday, "Muistathan?")
            : new WhatNext.Promises(kind, Wednesday, "uusi lippu");
        await database.Change(id, t => t.Answer(AReply(next), database.Company.Aino, Monday + Hour));
        return id;
    }

    public static async Task<TicketId> ASolvedTicket(this TestDatabase database)
    {
        var id = await database.AnOpenTicket();
        await database.Change(id, t => t.Answer(AReply(), database.Company.Aino, Monday + Hour));
        return id;
    }

    /// <summary>Maria writes by mail, and the mail is kept beside what she says.</summary>
    public static Task<MessageId> AMailComes(this TestDatabase database, TicketId to) =>
        database.Changes.Make(async db =>
        {
            var letter = Letter;
            var said = (await db.Tickets.One(to, TestDatabase.Stop)).MariaWrites(Monday, letter);
            var raw = StoredFile.Keep(Encoding.UTF8.GetBytes(letter.Key), Monday);
            var mail = ReceivedMail.Arrive(new MailSigns("api", letter.Key, letter.Key, "maria@example.com", null, null), raw, null, Monday);
            mail.Became(Fate.Joined, to, said.Id, Clue.InReplyTo);
            db.AddRange(raw, mail);
            return said.Id;
        }, TestDatabase.Stop);

    public static Message MariaWrites(this Ticket ticket, DateTimeOffset now, Source? source = null) =>
        ticket.CustomerWrites("Juna on IC 27.", Channel.Mail, source ?? Letter, AnAnswerBy(now + (4 * Hour)), now);
}
