using Lupaus.Ground.Identity;

namespace Lupaus.Work.Webhooks;

public readonly record struct WebhookId(long Value) : IId<WebhookId>
{
    public static WebhookId From(long value) => new(value);
}

public enum WhyStopped
{
    /// <summary>One of ours switched it off.</summary>
    ByUs,

    /// <summary>Nothing has arrived for days.</summary>
    Failing,

    /// <summary>The receiver says that it is gone for good (410).</summary>
    Gone,
}

public sealed record WebhookMade(WebhookId Webhook) : AboutUs;

public sealed record WebhookChanged(WebhookId Webhook) : AboutUs;

public sealed record WebhookSecretChanged(WebhookId Webhook) : AboutUs;

public sealed record WebhookStopped(WebhookId Webhook, WhyStopped Why) : AboutUs;

public sealed record WebhookResumed(WebhookId Webhook) : AboutUs;

public sealed record WebhookDropped(WebhookId Webhook) : AboutUs;

/// <summary>What one of ours wishes of it.</summary>
public sealed record WishedWebhook(string Name, string Url, IReadOnlyCollection<TicketEvent> Events);

/// <summary>A program outside that hears what happens to tickets.</summary>
public sealed class Webhook : Remembering
{
    public const int Most = 50;

    /// <summary>So long the secret before still signs too, so that the receiver can change over without losing anything.</summary>
    public static readonly TimeSpan OldSecretHolds = TimeSpan.FromHours(24);

    /// <summary>After so long without anything arriving we stop trying, and tell those who keep the house.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    private readonly List<TicketEvent> events = [];

    private Webhook() { }

    public WebhookId Id { get; private init; }

    public string Name { get; private set; } = "";

    public string Url { get; private set; } = "";

    /// <summary>None when only rules call it.</summary>
    public IReadOnlyList<TicketEvent> Events => events;

    /// <summary>Protected before it gets here.</summary>
    public string Secret { get; private set; } = "";

    public string? OldSecret { get; private set; }

    public DateTimeOffset? OldSecretUntil { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>Since when nothing has arrived, though we tried.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    public WhyStopped? WhyStopped { get; private set; }

    /// <summary>It is used no more; its log stays.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    public bool IsOn => StoppedAt is null && DroppedAt is null;

    public static Webhook Make(WishedWebhook wish, string protectedSecret, bool mayBePrivate, Actor by, DateTimeOffset now)
    {
        WhyNotBe(wish, mayBePrivate).StopIfAny();
        var webhook = new Webhook { Id = new(Ids.Next(now)), Secret = protectedSecret, MadeAt = now };
        webhook.Take(wish);
        webhook.Happened(new WebhookMade(webhook.Id), by, now);
        return webhook;
    }

    public void Become(WishedWebhook wish, bool mayBePrivate, Actor by, DateTimeOffset now)
    {
        (WhyNotUse() ?? WhyNotBe(wish, mayBePrivate)).StopIfAny();
        Take(wish);
        Happened(new WebhookChanged(Id), by, now);
    }

    public static Refusal? WhyNotBe(WishedWebhook wish, bool mayBePrivate) =>
        wish.Name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("webhook.name").With("limit", Limits.Name) :
        WebhookAddress.WhyNotCall(wish.Url.Trim(), mayBePrivate);

    public void ChangeSecret(string protectedSecret, Actor by, DateTimeOffset now)
    {
        WhyNotUse().StopIfAny();
        (OldSecret, OldSecretUntil, Secret) = (Secret, now + OldSecretHolds, protectedSecret);
        Happened(new WebhookSecretChanged(Id), by, now);
    }

    /// <summary>The newest first; the one before as long as it holds.</summary>
    public IEnumerable<string> SecretsAt(DateTimeOffset now) => OldSecret is { } old && OldSecretUntil > now ? [Secret, old] : [Secret];

    public void Stop(WhyStopped why, Actor by, DateTimeOffset now)
    {
        if (!IsOn)
            return;
        (StoppedAt, WhyStopped) = (now, why);
        Happened(new WebhookStopped(Id, why), by, now);
    }

    public void Resume(Actor by, DateTimeOffset now)
    {
        WhyNotUse().StopIfAny();
        if (IsOn)
            return;
        (StoppedAt, WhyStopped, FailingSince) = (null, null, null);
        Happened(new WebhookResumed(Id), by, now);
    }

    public void Drop(Actor by, DateTimeOffset now)
    {
        if (DroppedAt is not null)
            return;
        DroppedAt = now;
        Happened(new WebhookDropped(Id), by, now);
    }

    public void Arrived() => FailingSince = null;

    /// <summary>Whether it has failed for so long that it stops now.</summary>
    public bool Failed(DateTimeOffset now)
    {
        FailingSince ??= now;
        return IsOn && now - FailingSince >= Patience;
    }

    public Refusal? WhyNotUse() => DroppedAt is null ? null : Refusal.Because("webhook.dropped");

    private void Take(WishedWebhook wish)
    {
        (Name, Url) = (wish.Name.OneLine(), wish.Url.Trim());
        events.Clear();
        events.AddRange(wish.Events.Distinct().Where(e => e != TicketEvent.PromiseThreatened).Order());
    }
}
