using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Handovers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lupaus.Web.Pages.Desk;

/// <summary>A ticket is offered and accepted, and a colleague is asked, on the ticket's page.</summary>
internal static class HandoverForms
{
    public static void MapHandoverForms(this IEndpointRouteBuilder ticket)
    {
        ticket.MapPost("/handovers", HandOver);
        ticket.MapPost("/handovers/{id:long}/accept", ([AsParameters] TicketPost post, long id, AnswerOffer answer) =>
            post.Try("accept", (_, source) => answer.Accept(new HandoverId(id), post.Me, source, post.Stop)));
        ticket.MapPost("/handovers/{id:long}/decline", ([AsParameters] TicketPost post, long id, AnswerOffer answer) =>
            post.Try("decline", (_, source) => answer.Decline(new HandoverId(id), post["reason"], post.Me, source, post.Stop)));
        ticket.MapPost("/handovers/{id:long}/withdraw", ([AsParameters] TicketPost post, long id, AnswerOffer answer) =>
            post.Try("takeback", (_, source) => answer.Withdraw(new HandoverId(id), post.Me, source, post.Stop)));
        ticket.MapPost("/consults", Ask);
        ticket.MapPost("/consults/{id:long}/answer", ([AsParameters] TicketPost post, long id, AskColleague ask) =>
            post.Try($"answer-{id}", (_, source) => ask.Answer(DutyId.From(id), post["text"], post.Me, source, post.Stop)));
        ticket.MapPost("/consults/{id:long}/pass", ([AsParameters] TicketPost post, long id, AskColleague ask) =>
            post.Try($"pass-{id}", (_, source) => ask.Pass(DutyId.From(id), Chosen(post["to"]) ?? throw new RuleBroken(Refusal.Because("desk.handover.whom")), post["reason"], post.Me, source, post.Stop)));
        ticket.MapPost("/consults/{id:long}/drop", ([AsParameters] TicketPost post, long id) =>
            post.Change($"unask-{id}", (t, now) => t.FinishDuty(DutyId.From(id), dropped: true, post.Me, now)));
    }

    private static async Task<IResult> HandOver([AsParameters] TicketPost post, OfferHandover offer, GiveTicket give)
    {
        var atOnce = post["atonce"] == "1";
        var answer = await post.Try("handover", async (id, source) =>
        {
            var to = Chosen(post["to"]) ?? throw new RuleBroken(Refusal.Because("desk.handover.whom"));
            if (atOnce)
                await give.To(id, to, post.Me, source, post.Stop);
            else
                await offer.For(id, to, new Briefing(post["done"], post["promised"], post["next"]), post.Me, source, post.Stop);
        });
        return atOnce && answer is RedirectHttpResult { Url: var there } ? Results.LocalRedirect(there.Replace("done=handover", "done=give", StringComparison.Ordinal)) : answer;
    }

    private static async Task<IResult> Ask([AsParameters] TicketPost post, AskColleague ask, OurCompany company) =>
        await post.Try("ask", async (id, source) =>
        {
            var whom = post["whom"] is ['t', .. var team] && Number(team) is { } number ? new Asked(null, TeamId.From(number)) : new Asked(Chosen(post["whom"]), null);
            (whom == default ? Refusal.Because("desk.handover.whom") : null).StopIfAny();
            var due = post.Form.RequiredTimeIn((await company.Now(post.Stop)).Zone, post.Now);
            await ask.For(id, whom, post["question"], due, post.Me, source, post.Stop);
        });

    private static AgentId? Chosen(string typed) => Number(typed) is { } id ? AgentId.From(id) : null;

    private static long? Number(string typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
