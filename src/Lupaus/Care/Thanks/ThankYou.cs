using Lupaus.Core.Tickets;

namespace Lupaus.Care.Thanks;

public readonly record struct ThankYouId(long Value) : IId<ThankYouId>
{
    public static ThankYouId From(long value) => new(value);

    // Lists go on after an id, and the databases compare them too.
    public static bool operator <(ThankYouId one, ThankYouId other) => one.Value < other.Value;

    public static bool operator >(ThankYouId one, ThankYouId other) => one.Value > other.Value;
}

public sealed record ColleagueThanked(ThankYouId Thanks, AgentId To) : Fact;

public sealed record ThanksTakenBack(ThankYouId Thanks, AgentId To) : Fact;

/// <summary>
/// One colleague thanks another for their help in a matter. It is said and seen, and never counted: nobody is compared
/// with anybody by it.
/// </summary>
public sealed class ThankYou : Remembering
{
    public const int MostWords = 300;

    private ThankYou() { }

    public ThankYouId Id { get; private init; }

    public TicketId TicketId { get; private init; }

    public AgentId FromId { get; private init; }

    public AgentId ToId { get; private init; }

    public string? Words { get; private set; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Its giver has taken it back; then nobody reads the words any more.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    public override TicketId? Matter => TicketId;

    public static ThankYou Say(TicketId ticket, AgentId to, string? words, AgentId from, DateTimeOffset now)
    {
        WhyNotThank(to, words, from).StopIfAny();
        var thanks = new ThankYou
        {
            Id = new(Ids.Next(now)),
            TicketId = ticket,
            FromId = from,
            ToId = to,
            Words = words.Cleaned() is { Length: > 0 } said ? said : null,
            At = now,
        };
        thanks.Happened(new ColleagueThanked(thanks.Id, to), from, now);
        return thanks;
    }

    public static Refusal? WhyNotThank(AgentId to, string? words, AgentId from) =>
        to == from ? Refusal.Because("thanks.self") :
        words.Cleaned().Length > MostWords ? Refusal.Because("thanks.words").With("limit", MostWords) :
        null;

    public void TakeBack(AgentId by, DateTimeOffset now)
    {
        WhyNotTakeBack(by).StopIfAny();
        if (TakenBackAt is not null)
            return;
        (TakenBackAt, Words) = (now, null);
        Happened(new ThanksTakenBack(Id, ToId), by, now);
    }

    public Refusal? WhyNotTakeBack(AgentId by) => by == FromId ? null : Refusal.Because("thanks.others");
}
