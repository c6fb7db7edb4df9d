using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;

namespace Lupaus.Tests.Core;

/// <summary>A small world: Maria writes about her train on a Monday morning, and Aino answers for it.</summary>
internal static class Given
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>10:00 in Helsinki.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The first answer is always promised for two o'clock.</summary>
    public static readonly DateTimeOffset TwoOClock = Monday + (4 * Hour);

    public static readonly PersonId Maria = new(1);
    public static readonly AgentId Aino = new(11);
    public static readonly AgentId Bertil = new(12);
    public static readonly AgentId LeadLiisa = new(13);
    public static readonly TopicId Trains = new(21);
    public static readonly TopicId Books = new(22);

    private static int letters;

    public static Source Letter => Source.Of("mail", $"letter-{Interlocked.Increment(ref letters)}@example.com");

    public static AnswerPromised AnAnswerBy(DateTimeOffset due) => new(due, "Saimme viestisi.");

    public static Arrival AMatter(string body = "Junani lähtee pian, enkä löydä lippuani.", string subject = "", DateTimeOffset? deadline = null, TicketId? follows = null) =>
        new(Maria, Trains, LanguageCode.Fi, subject, body, Channel.Mail, Letter, deadline, follows);

    public static Ticket Arriving(Arrival matter) =>
        Ticket.Arrive(matter, Reference.From(1), Aino, OwnerReason.LeastWork, AnAnswerBy(TwoOClock), Monday);

    public static Ticket AnOpenTicket() => Arriving(AMatter());

    /// <summary>Bertil needs something of his colleagues, and Aino answers for it.</summary>
    public static Ticket ARequest() => Arriving(AMatter("Tarvitsen uuden näytön.") with { Requester = Bertil });

    /// <summary>Whose live promise is of this kind; an Answer for two o'clock, the others for noon of Wednesday.</summary>
    public static Ticket ATicketWith(PromiseKind kind)
    {
        var ticket = AnOpenTicket();
        if (kind == PromiseKind.CheckBack)
            ticket.Answer(new Reply("Millä junalla lähdet?", new WhatNext.WaitsForCustomer(Wednesday, "Kerrotko vielä junan?")), Aino, Monday + Hour);
        else if (kind != PromiseKind.Answer)
            ticket.Answer(new Reply("Hoidan.", new WhatNext.Promises(kind, Wednesday, "uusi lippu")), Aino, Monday + Hour);
        return ticket;
    }

    public static readonly DateTimeOffset Wednesday = Monday + (2 * Day);

    public static Ticket ATicketWaitingForMaria() => ATicketWith(PromiseKind.CheckBack);

    public static Ticket ASolvedTicket()
    {
        var ticket = AnOpenTicket();
        ticket.Answer(new Reply("Lippusi on liitteenä.", new WhatNext.Solves()), Aino, Monday + Hour);
        return ticket;
    }

    public static Reply AReply(WhatNext? next = null, bool delivers = true, MessageId? seen = null) =>
        new("Hei Maria!", next ?? new WhatNext.Solves(), delivers, seen);

    /// <summary>What Maria says, and what the booking system says.</summary>
    public static Disagreement TwoWords(string? source = "Varausjärjestelmä", Message? saidIn = null) => new("Maksoin viikko sitten.", new RecordsWord("Maksua ei näy.", source), saidIn);

    public static Verdict AVerdict(WhichHolds holds = WhichHolds.Customers, DiscrepancyCause cause = DiscrepancyCause.Delay) =>
        new(holds, cause, "Maksu löytyi pankista.", holds == WhichHolds.Disagreed ? "Kuluttajaneuvonta" : null);

    public static Message MariaWrites(this Ticket ticket, DateTimeOffset now, string body = "Juna on IC 27.") =>
        ticket.CustomerWrites(body, Channel.Mail, Letter, AnAnswerBy(now + (4 * Hour)), now);

    public static Message MariaWritesAfterClosing(this Ticket ticket, DateTimeOffset now, AgentId? owner = null) =>
        ticket.CustomerReopens("Lippu ei aukea.", Channel.Page, Letter, owner ?? ticket.OwnerId, OwnerReason.OwnedBefore, AnAnswerBy(now + (4 * Hour)), now);

    public static void LapsesAt(this Ticket ticket, DateTimeOffset now) =>
        ticket.Lapse(now + (2 * Hour), LeadLiisa, "Myöhästyimme, anteeksi.", 10 * Minute, onPageOnly: false, now);

    public static Message RemindsAt(this Ticket ticket, DateTimeOffset now) =>
        ticket.Remind("Kerrotko vielä junan?", now + (2 * Day), now);

    /// <summary>What happened since last asked.</summary>
    public static IReadOnlyList<Fact> Facts(this Ticket ticket) => [.. ticket.TakeHappenings().Select(h => h.What)];

    public static TFact Only<TFact>(this IEnumerable<Fact> facts) where TFact : Fact => facts.OfType<TFact>().ShouldHaveSingleItem();

    public static void ShouldBeRefused(this Action doing, string key) => Should.Throw<RuleBroken>(doing).Refusal.Key.ShouldBe(key);

    public static void ShouldBe(this Refusal? refusal, string key) => refusal.ShouldNotBeNull().Key.ShouldBe(key);
}
