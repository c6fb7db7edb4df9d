using Lupaus.Ground.People;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation.Deeds;

// What is put into the reply: the agent reads it, makes it their own and sends it.

public sealed class PutSavedReplyDoer : Doer<PutSavedReply>
{
    public override Deed? Read(IFormCollection form) => NumberIn(form, "saved") is { } saved ? new PutSavedReply(SavedReplyId.From(saved)) : null;

    protected override async ValueTask Do(PutSavedReply deed, InHand at, CancellationToken stop)
    {
        var ticket = at.Ticket;
        var saved = await at.Db.SavedReplies.AsNoTracking().FirstOrDefaultAsync(s => s.Id == deed.Saved && (s.OwnedBy == null || s.OwnedBy == at.Agent), stop)
            ?? throw new RuleBroken(Refusal.Because("deed.saved"));
        var customer = await at.Db.People.AsNoTracking().Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
        var me = await at.Db.Agents.AsNoTracking().IgnoreAutoIncludes().FirstAsync(a => a.Id == at.Agent, stop);
        var known = FilledIn.For(customer, me.FirstName, ticket.Subject, ticket.Reference, at.Company);
        at.Reply = at.Reply with { Words = SavedReply.Fill(saved.In(ticket.Language), known) };
    }

    protected override string Say(PutSavedReply deed, AutomationNames say) => say.Words.Say("automation.say.saved", ("name", say.Saved(deed.Saved)));
}

public sealed class ChooseNextDoer : Doer<ChooseNext>
{
    public override Deed? Read(IFormCollection form) =>
        !Enum.TryParse<NextStep>(form["next"], out var step) || !Enum.IsDefined(step) ? null :
        step is NextStep.Solves or NextStep.CannotHelp ? new ChooseNext(step) :
        new ChooseNext(step, HoursIn(form, "nexthours") ?? 0, form["nextwords"].ToString().OneLine() is { Length: > 0 } words && step != NextStep.WaitForCustomer ? words : null);

    protected override ValueTask Do(ChooseNext deed, InHand at, CancellationToken stop)
    {
        (at.Ticket.IsOpen ? null : Refusal.Because("ticket.closed")).StopIfAny();
        (deed.Step == NextStep.Solves ? at.Ticket.WhyNotSolve() : null).StopIfAny();
        var time = deed.HasTime ? at.Company.MakerFor(at.Ticket.TopicId).InOpenHours(at.Now, TimeSpan.FromHours(deed.WorkingHours!.Value)) : (DateTimeOffset?)null;
        at.Reply = at.Reply with { Next = deed, At = time };
        return ValueTask.CompletedTask;
    }

    protected override string Say(ChooseNext deed, AutomationNames say) => say.Words.Say(
        deed.HasTime ? "automation.say.next.time" : "automation.say.next",
        ("next", say.Words[$"automation.next.{deed.Step.ToString().ToLowerInvariant()}"]), ("hours", AutomationNames.Number(deed.WorkingHours ?? 0)));
}
