using System.Globalization;
using Lupaus.Care.Thanks;
using Lupaus.Web.Care.Thanks;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Thanking a colleague from the ticket's page, and taking it back.</summary>
internal static class ThanksForms
{
    public static void MapThanksForms(this RouteGroupBuilder ticket)
    {
        ticket.MapPost("/thanks", ([AsParameters] TicketPost post, ThankColleague thank) =>
            post.Try("thanks", (id, source) => thank.For(id, Whom(post), post["words"], post.Me, source, post.Stop)));
        ticket.MapPost("/thanks/{thanks:long}/back", ([AsParameters] TicketPost post, long thanks, TakeThanksBack back) =>
            post.Try($"unthank-{thanks}", (id, source) => back.For(id, ThankYouId.From(thanks), post.Me, source, post.Stop)));
    }

    private static AgentId Whom(TicketPost post) =>
        long.TryParse(post["to"] is { Length: > 0 } pressed ? pressed : post["other"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? AgentId.From(id) : throw new RuleBroken(Refusal.Because("thanks.whom"));
}
