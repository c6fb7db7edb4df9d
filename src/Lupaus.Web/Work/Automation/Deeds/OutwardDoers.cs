using Lupaus.Core.Outbox;
using Lupaus.Ground.Identity;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation.Deeds;

// What tells somebody else; the ticket stays as it is.

public sealed class CallWebhookDoer : Doer<CallWebhook>
{
    public override Deed? Read(IFormCollection form) => NumberIn(form, "webhook") is { } webhook ? new CallWebhook(WebhookId.From(webhook)) : null;

    protected override async ValueTask Do(CallWebhook deed, InHand at, CancellationToken stop)
    {
        var webhook = await at.Db.Webhooks.AsNoTracking().FirstOrDefaultAsync(w => w.Id == deed.Webhook, stop);
        (webhook is { IsOn: true } ? null : Refusal.Because("deed.webhook")).StopIfAny();
        at.Db.WebhookDeliveries.Add(WebhookDelivery.Of(deed.Webhook, at.Ticket.Id, WebhooksRoom.Asked, at.Now, at.Rule?.Name));
    }

    protected override string Say(CallWebhook deed, AutomationNames say) => say.Words.Say("automation.say.webhook", ("name", say.Webhook(deed.Webhook)));
}

public sealed class AlertByMailDoer : Doer<AlertByMail>
{
    public override Deed? Read(IFormCollection form) => Enum.TryParse<Alerted>(form["alert"], out var whom) && Enum.IsDefined(whom) ? new AlertByMail(whom) : null;

    protected override async ValueTask Do(AlertByMail deed, InHand at, CancellationToken stop)
    {
        var (owner, duty) = (at.Ticket.OwnerId, at.Company.DutyAgent);
        var active = at.Db.Agents.AsNoTracking().Where(a => a.Activity != null);
        var whom = await (deed.Whom == Alerted.Owner ? active.Where(a => a.Id == owner) : active.Where(a => a.Role == Role.Lead)).Select(a => new { a.Id, a.Email }).ToListAsync(stop);
        // Where nobody leads, the duty agent hears of it: an alert that reaches nobody would be worse than none.
        if (whom.Count == 0)
            whom = await active.Where(a => a.Id == duty).Select(a => new { a.Id, a.Email }).ToListAsync(stop);
        foreach (var agent in whom)
            at.Db.Outbox.Add(OutboxEntry.OfAlert(Letter.RuleAlert, agent.Id, agent.Email, at.Ticket.Id, at.Rule!.Name, at.Company.Email.Value.Split('@')[1], at.Now));
    }

    protected override string Say(AlertByMail deed, AutomationNames say) => say.Words[$"automation.say.alert.{deed.Whom.ToString().ToLowerInvariant()}"];
}
