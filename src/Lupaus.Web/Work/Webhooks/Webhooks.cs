using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Work.Webhooks;

public static class WebhooksRoom
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<KnownWebhooks>().AddSingleton<SendWebhooksBell>().AddSingleton<IWitness, TellWebhooks>().AddSingleton<KeepWebhooks>().AddSingleton<WebhookLog>()
        .AddSingleton<WebhookPost>().AddSingleton<WebhookLetter>().AddSingleton<SendWebhooks>();

    public const string Test = "webhook.test";

    /// <summary>What a rule sends.</summary>
    public const string Asked = "rule.acted";

    /// <summary>As programs know it (Standard Webhooks: words of a hierarchy, with full stops between).</summary>
    public static string TypeOf(TicketEvent what) => what switch
    {
        TicketEvent.Arrived => "ticket.arrived",
        TicketEvent.CustomerWrote => "message.received",
        TicketEvent.AgentReplied => "reply.sent",
        TicketEvent.OwnerChanged => "owner.changed",
        TicketEvent.PromiseBroken => "promise.broken",
        TicketEvent.Closed => "ticket.closed",
        TicketEvent.Reopened => "ticket.reopened",
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    /// <summary>What a webhook may ask for.</summary>
    public static readonly IReadOnlyList<TicketEvent> Events = [.. Enum.GetValues<TicketEvent>().Where(e => e != TicketEvent.PromiseThreatened)];
}
