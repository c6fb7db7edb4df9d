namespace Lupaus.Core.Promises;

/// <summary>What happens next, by whom, by when, and the message that told the customer so.</summary>
/// <param name="WordsIn">The number its words stand under: its own, or that of an earlier one when it is the same thing later.</param>
public sealed record Promise(
    int Number,
    PromiseKind Kind,
    DateTimeOffset Due,
    DateTimeOffset MadeAt,
    AgentId Promiser,
    MessageId ToldIn,
    int Moves = 0,
    int? WordsIn = null)
{
    /// <summary>How long before due a promise counts as threatened.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(30);

    /// <summary>The furthest off that anything may be promised.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>The very instant of due still counts as in time.</summary>
    public bool IsLapsed(DateTimeOffset now) => now > Due;

    public bool IsThreatened(DateTimeOffset now) =>
        !IsLapsed(now) && Kind != PromiseKind.CheckBack && now >= Due - Warning;

    /// <summary>Any reply answers, and any word from us is getting in touch; other things have to be delivered.</summary>
    public bool IsKeptByAnyReply => Kind is PromiseKind.Answer or PromiseKind.CheckBack;

    public static Refusal? WhyNotPromise(DateTimeOffset due, DateTimeOffset now) =>
        due.Whole() <= now ? Refusal.Because("promise.past") :
        due - now > Furthest ? Refusal.Because("promise.far") :
        null;

    public Refusal? WhyNotMoveTo(DateTimeOffset due, DateTimeOffset now) =>
        IsLapsed(now) ? Refusal.Because("promise.lapsed") :
        due.Whole() <= Due ? Refusal.Because("promise.notlater") :
        WhyNotPromise(due, now);

    /// <summary>
    /// How this promise ends. Due that has passed is a fact which nothing done later changes: then it is broken, and
    /// it broke at its due time, whenever somebody noticed. Nothing ends before it was made: clocks may step back, and
    /// two machines' clocks differ a little.
    /// </summary>
    public PromiseEnd End(TicketId ticket, HowItEnded how, DateTimeOffset now)
    {
        var noticed = now < MadeAt ? MadeAt : now;
        return new PromiseEnd(ticket, this)
        {
            How = IsLapsed(noticed) ? HowItEnded.Broken : how,
            At = IsLapsed(noticed) ? Due : noticed,
            NoticedAt = noticed,
        };
    }
}
