using System.Globalization;

namespace Lupaus.Work.Webhooks;

public readonly record struct DeliveryId(long Value) : IId<DeliveryId>
{
    public static DeliveryId From(long value) => new(value);
}

public enum DeliveryState { Waiting, Arrived, GaveUp }

/// <summary>One thing that one receiver is to hear. Decided in the same transaction as what it tells, and sent after it.</summary>
public sealed class WebhookDelivery
{
    /// <summary>What Standard Webhooks proposes: at once, then after these, and then no more. About three and a half days.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private WebhookDelivery() { }

    public DeliveryId Id { get; private init; }

    public WebhookId WebhookId { get; private init; }

    /// <summary>Null for a test.</summary>
    public TicketId? TicketId { get; private init; }

    /// <summary>"ticket.arrived" and so on.</summary>
    public string Type { get; private init; } = "";

    /// <summary>The rule that asked for it, by its name at that moment.</summary>
    public string? AskedBy { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Written when it is first sent; every later attempt says the very same.</summary>
    public string? Body { get; private set; }

    public DeliveryState State { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The same, however often it is sent: by it the receiver knows what it has heard already.</summary>
    public string MessageId => string.Create(CultureInfo.InvariantCulture, $"msg_{Id.Value}");

    public static WebhookDelivery Of(WebhookId webhook, TicketId? ticket, string type, DateTimeOffset at, string? askedBy = null) => new()
    {
        Id = new(Ids.Next(at)),
        WebhookId = webhook,
        TicketId = ticket,
        Type = type,
        AskedBy = askedBy,
        At = at,
        NotBefore = at,
    };

    public bool MayBeTaken(DateTimeOffset now) => State == DeliveryState.Waiting && NotBefore <= now && (ClaimedUntil is null || ClaimedUntil <= now);

    public void Claim(DateTimeOffset until) => (ClaimedUntil, Attempts) = (until, Attempts + 1);

    public void Says(string body) => Body ??= body;

    public void Arrived(DateTimeOffset now) => (State, ClaimedUntil, SettledAt) = (DeliveryState.Arrived, null, now);

    /// <param name="jitter">From 0 to 1: those that failed together don't come back together.</param>
    public void Failed(double jitter, DateTimeOffset now)
    {
        ClaimedUntil = null;
        if (Attempts > Pauses.Count)
            (State, SettledAt) = (DeliveryState.GaveUp, now);
        else
            NotBefore = now + Pauses[Math.Max(0, Attempts - 1)] * (0.9 + (0.2 * jitter));
    }

    /// <summary>Somebody of ours wishes it sent once more, whatever became of it.</summary>
    public void SendAgain(DateTimeOffset now) => (State, NotBefore, ClaimedUntil, Attempts, SettledAt) = (DeliveryState.Waiting, now, null, 0, null);
}

/// <summary>One attempt: what the receiver answered, and how long it took.</summary>
public sealed class WebhookAttempt
{
    /// <summary>So much of the answer is kept, to see what was wrong.</summary>
    public const int MostOfAnswer = 300;

    private WebhookAttempt() { }

    public WebhookAttempt(DeliveryId delivery, DateTimeOffset at, int? status, TimeSpan took, string? answer)
    {
        Id = Ids.Next(at);
        (DeliveryId, At, Status, Milliseconds) = (delivery, at, status, (int)Math.Clamp(took.TotalMilliseconds, 0, int.MaxValue));
        Answer = answer.OneLine().CutTo(MostOfAnswer) is { Length: > 0 } said ? said : null;
    }

    public long Id { get; private init; }

    public DeliveryId DeliveryId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>HTTP status; null where there was no answer.</summary>
    public int? Status { get; private init; }

    public int Milliseconds { get; private init; }

    /// <summary>The beginning of the answer, or why there was none.</summary>
    public string? Answer { get; private init; }

    public bool HasArrived => Status is >= 200 and < 300;
}
