using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Replies;
using Lupaus.Web.Work.Views;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lupaus.Web.Pages.Desk;

/// <summary>What an agent can do on a ticket's page: each form leads to its slice.</summary>
internal static class TicketForms
{
    private const long MostBytes = 48 * 1024 * 1024; // 40 of files, and the words

    public static void MapTicketForms(this IEndpointRouteBuilder desk)
    {
        var ticket = desk.MapGroup("/{reference}");
        ticket.MapPost("/reply", Reply).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        ticket.MapPost("/note", Note).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        ticket.MapPost("/undo", ([AsParameters] TicketPost post, TakeBackReply back) => post.Try("undo", (id, _) => back.For(id, post.Me, post.Stop)));
        ticket.MapPost("/macros/{id:long}", MacroForms.Run).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        ticket.MapPost("/unsent", UnsentForm.Keep);
        ticket.MapPost("/unsent/files", UnsentFilesDoor.Keep).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        ticket.MapPost("/unsent/files/{file:long}/drop", UnsentFilesDoor.Drop);
        ticket.MapPost("/take", ([AsParameters] TicketPost post, TakeUntouched take) =>
            post.Try("take", (id, source) => take.For(id, post.Me, Enum.TryParse<OvertakeReason>(post["reason"], ignoreCase: true, out var reason) ? reason : null, source, post.Stop)));
        ticket.MapPost("/participants", ([AsParameters] TicketPost post, LetTakePart let) =>
            post.Try("part", (id, source) => let.For(id, WrittenAddresses.Read(post["address"]), post.Me, source, post.Stop)));
        ticket.MapPost("/participants/{person:long}/remove", ([AsParameters] TicketPost post, long person, EndTakingPart end) =>
            post.Try($"unpart-{person}", (id, source) => end.For(id, new PersonId(person), post.Me, source, post.Stop)));
        ticket.MapPost("/move", Move);
        ticket.MapPost("/deadline", Deadline);
        ticket.MapPost("/deadline/clear", ([AsParameters] TicketPost post) => post.Change("deadline", (t, now) => t.SetDeadline(null, post.Me, now)));
        ticket.MapPost("/deadline/confirm", ([AsParameters] TicketPost post) => post.Change("guess-yes", (t, now) => t.ConfirmDeadline(post.Me, now)));
        ticket.MapPost("/deadline/decline", ([AsParameters] TicketPost post) => post.Change("guess-no", (t, now) => t.DeclineDeadline(post.Me, now)));
        ticket.MapPost("/goal", ([AsParameters] TicketPost post) => post.Change("goal", (t, now) => t.AimFor(post["goal"], post.Me, now)));
        ticket.MapPost("/subject", ([AsParameters] TicketPost post) => post.Change("subject", (t, now) => t.Rename(post["subject"], post.Me, now)));
        ticket.MapPost("/language", ([AsParameters] TicketPost post) =>
            post.Change("language", (t, now) => t.SpeakIn(LanguageCodes.Read(post["language"]) ?? t.Language, post.Me, now)));
        ticket.MapPost("/topic", Topic);
        ticket.MapPost("/duties", Duty);
        ticket.MapPost("/duties/{duty:long}/done", ([AsParameters] TicketPost post, long duty) =>
            post.Change($"duty-{duty}", (t, now) => t.FinishDuty(DutyId.From(duty), post["dropped"] == "1", post.Me, now)));
        ticket.MapPost("/failure", ([AsParameters] TicketPost post) =>
            post.Change("failure", (t, now) => t.Raise(ObstacleKind.Failure, post["text"], post.Me, now)));
        ticket.MapDiscrepancyForms();
        ticket.MapThanksForms();
        ticket.MapPlaybookForms();
        ticket.MapCareForms();
        ticket.MapPost("/calls/{message:long}/made", ([AsParameters] TicketPost post, long message, MarkCalled called) =>
            post.Try("called", (id, source) => called.For(id, MessageId.From(message), post.Me, source, post.Stop)));
        ticket.MapPost("/withdraw", ([AsParameters] TicketPost post) => post.Change("withdraw", (t, now) => t.Withdraw(post.Me, now)));
        ticket.MapSpamForms();
        ticket.MapPost("/tags", ([AsParameters] TicketPost post, TagTicket tag) => post.Try("tag", (id, source) => tag.For(id, post["tag"].Split(','), [], post.Me, source, post.Stop)));
        ticket.MapPost("/tags/remove", ([AsParameters] TicketPost post, TagTicket tag) => post.Try("untag", (id, source) => tag.For(id, [], [post["tag"]], post.Me, source, post.Stop)));
        ticket.MapPost("/unread", MarkIt);
        ticket.MapPost("/reopen", ([AsParameters] TicketPost post, ReopenTicket reopen) =>
            post.Try("reopen", (id, source) => reopen.For(id, post.Me, source, post.Stop)));
        ticket.MapHandoverForms();
        ticket.MapConnectionForms();
        ticket.MapMailForms();
        ticket.MapLetterForms();
    }

    /// <summary>Whoever stays on the page has read it, so this one leads back to the desk.</summary>
    private static async Task<IResult> MarkIt([AsParameters] TicketPost post, MarkUnread mark) =>
        await post.Try("unread", (id, _) => mark.For(id, post.Me, post.Stop)) is var answer && post.Context.Response.StatusCode < 400 && answer is RedirectHttpResult
            ? Results.LocalRedirect("/desk/mine?done=unread") : answer;

    private static async Task<IResult> Reply([AsParameters] TicketPost post, HoldReply hold, LetTakePart let, OurCompany company) =>
        await post.Try("reply", async (id, source) =>
        {
            var reply = post.Form.ReplyIn((await company.Now(post.Stop)).Zone, post.Now);
            // Somebody written beside the reply takes part from now on, whether or not it is taken back.
            if (WrittenAddresses.Read(post["addcc"]) is { Count: > 0 } newcomers)
            {
                var come = await let.For(id, newcomers, post.Me, source with { Name = "desk cc" }, post.Stop);
                reply = reply with { Cc = reply.Cc is null ? null : [.. reply.Cc.Union(come)] };
            }
            await hold.For(id, reply, UnsentForm.Write(post), await post.Form.Files.Read(post.Stop), post.KeptFiles, post.Me, source, post.Stop);
        });

    private static async Task<IResult> Note([AsParameters] TicketPost post, WriteNote write) =>
        await post.Try("note", async (id, source) =>
            await write.For(id, post["body"], await post.Form.Files.Read(post.Stop), post.Me, source, post.Stop, post.KeptFiles));

    private static async Task<IResult> Move([AsParameters] TicketPost post, MovePromise move, OurCompany company) =>
        await post.Try("move", async (id, source) =>
            await move.For(id, post.Form.RequiredTimeIn((await company.Now(post.Stop)).Zone, post.Now), post["reason"], post.Me, source, post.Stop));

    private static async Task<IResult> Deadline([AsParameters] TicketPost post, OurCompany company)
    {
        var zone = (await company.Now(post.Stop)).Zone;
        return await post.Change("deadline", (t, now) => t.SetDeadline(post.Form.RequiredTimeIn(zone, now), post.Me, now));
    }

    private static async Task<IResult> Topic([AsParameters] TicketPost post, OurCompany company)
    {
        var topics = (await company.Now(post.Stop)).OpenTopics;
        return await post.Change("topic", (t, now) =>
        {
            var topic = topics.FirstOrDefault(known => known.Id.Value.ToString(CultureInfo.InvariantCulture) == post["topic"]);
            t.ChangeTopic((topic ?? throw new RuleBroken(Refusal.Because("desk.topic.unknown"))).Id, post.Me, now);
        });
    }

    private static async Task<IResult> Duty([AsParameters] TicketPost post, TakeOnDuty take, OurCompany company) =>
        await post.Try("duties", async (id, source) =>
        {
            var due = post.Form.RequiredTimeIn((await company.Now(post.Stop)).Zone, post.Now);
            var doer = long.TryParse(post["doer"], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? AgentId.From(chosen) : post.Me;
            await take.For(id, new NewDuty(post["what"], doer, due, post["told"] == "1"), post.Me, source, post.Stop);
        });
}
