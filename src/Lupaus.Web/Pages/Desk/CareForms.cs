using System.Globalization;
using Lupaus.Care.Recovery;
using Lupaus.Core.Tickets;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Pages.Desk;

/// <summary>That the customer confirmed what was understood; and goodwill, given and taken back.</summary>
internal static class CareForms
{
    public static void MapCareForms(this RouteGroupBuilder ticket)
    {
        ticket.MapPost("/understood", ([AsParameters] TicketPost post) => post.Change("understood", (t, now) =>
            t.ConfirmUnderstanding(new MessageId(Number(post["which"])), post["how"] == "call" ? UnderstoodHow.ByCall : UnderstoodHow.ByMessage, post.Me, now)));
        ticket.MapPost("/goodwill", Give);
        ticket.MapPost("/goodwill/{goodwill:long}/back", ([AsParameters] TicketPost post, long goodwill, TakeGoodwillBack back) =>
            post.Try($"ungive-{goodwill}", (id, source) => back.For(id, GoodwillId.From(goodwill), post["reason"], post.Me, source, post.Stop)));
    }

    private static async Task<IResult> Give([AsParameters] TicketPost post, GiveGoodwill give, OurCompany company) =>
        await post.Try("goodwill", async (id, source) =>
        {
            DateTimeOffset? due = post["duty"] == "1" ? post.Form.RequiredTimeIn((await company.Now(post.Stop)).Zone, post.Now) : null;
            await give.For(id, new Gift(post["what"], Euros.Read(post["worth"]) ?? 0, post["reason"]), due, post.Me, source, post.Stop);
        });

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
