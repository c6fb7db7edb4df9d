using Lupaus.Core.Tickets;

namespace Lupaus.Care.Recovery;

public readonly record struct GoodwillId(long Value) : IId<GoodwillId>
{
    public static GoodwillId From(long value) => new(value);

    // Lists go on after an id, and the databases compare them too.
    public static bool operator <(GoodwillId one, GoodwillId other) => one.Value < other.Value;

    public static bool operator >(GoodwillId one, GoodwillId other) => one.Value > other.Value;
}

public sealed record GoodwillGiven(GoodwillId Goodwill, int Cents) : Fact;

public sealed record GoodwillTakenBack(GoodwillId Goodwill, int Cents) : Fact;

/// <summary>What one of ours wishes to give.</summary>
/// <param name="What">What the customer gets, in a few words.</param>
/// <param name="Reason">Why, among ourselves; the customer may have erred themselves.</param>
public sealed record Gift(string What, int Cents, string Reason);

/// <summary>
/// Something given to a customer so that a bad situation doesn't get worse: used unasked, within the giver's own limit,
/// and booked with its reason. What is booked stays as it was; taking it back is a line of its own.
/// </summary>
public sealed class Goodwill : Remembering
{
    public const int MostWhat = 200;

    private Goodwill() { }

    public GoodwillId Id { get; private init; }

    public TicketId TicketId { get; private init; }

    public AgentId GiverId { get; private init; }

    public string What { get; private init; } = "";

    public int Cents { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>What has to be done so that the customer gets it.</summary>
    public DutyId? DutyId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public override TicketId? Matter => TicketId;

    public static Goodwill Give(Ticket ticket, Gift gift, Purse purse, DutyId? duty, AgentId by, DateTimeOffset now)
    {
        WhyNotGive(ticket, gift, purse, by, now).StopIfAny();
        var goodwill = new Goodwill
        {
            Id = new(Ids.Next(now)),
            TicketId = ticket.Id,
            GiverId = by,
            What = gift.What.OneLine(),
            Cents = gift.Cents,
            Reason = gift.Reason.Cleaned(),
            DutyId = duty,
            At = now,
        };
        goodwill.Happened(new GoodwillGiven(goodwill.Id, gift.Cents), by, now);
        return goodwill;
    }

    public static Refusal? WhyNotGive(Ticket ticket, Gift gift, Purse purse, AgentId by, DateTimeOffset now) =>
        ticket.WhyNotServe(by) ?? WhyNotGiveIn(ticket, now) ?? WhyNotGive(gift) ?? purse.WhyNotSpend(gift.Cents);

    /// <summary>As long as it isn't settled how the service went, something can be done about it.</summary>
    public static Refusal? WhyNotGiveIn(Ticket ticket, DateTimeOffset now) =>
        ticket.IsMerged ? Refusal.Because("ticket.merged") :
        ticket.Closure is { } closure && now > closure.At + Closure.Provisional ? Refusal.Because("goodwill.closed").With("days", (int)Closure.Provisional.TotalDays) :
        null;

    public static Refusal? WhyNotGive(Gift gift) =>
        gift.What.OneLine().Length is 0 or > MostWhat ? Refusal.Because("goodwill.what").With("limit", MostWhat) :
        gift.Cents < 1 ? Refusal.Because("goodwill.worth") :
        gift.Reason.Cleaned().Length is 0 or > Limits.Reason ? Refusal.Because("goodwill.reason").With("limit", Limits.Reason) :
        null;
}

/// <summary>What somebody may give in a month, and what they have given of it.</summary>
/// <param name="Lead">A lead who can still give this much; null where nobody can.</param>
public sealed record Purse(int Limit, int Given, string? Lead = null)
{
    public int Left => Math.Max(0, Limit - Given);

    public Refusal? WhyNotSpend(int cents) =>
        cents <= Left ? null :
        AskFor(Limit == 0 ? Refusal.Because($"goodwill.none{Whom}") : Refusal.Because($"goodwill.beyond{Whom}").With("euros", Left / 100).With("cents", $"{Left % 100:00}"));

    private string Whom => Lead is null ? ".nobody" : "";

    private Refusal AskFor(Refusal refusal) => Lead is { } lead ? refusal.With("lead", lead) : refusal;
}
