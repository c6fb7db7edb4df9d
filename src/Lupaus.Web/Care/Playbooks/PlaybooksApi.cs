using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Work.Batches;
using Lupaus.Work.Batches;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

public sealed record PlaybookWishJson(
    string? Name, string? UseWhen, string? Finnish, string? Swedish, string? English, Promised? Promise, int? WithinHours,
    string? PromisedFinnish, string? PromisedSwedish, string? PromisedEnglish, IReadOnlyList<string>? Signs);

/// <param name="GoingOnUntil">Null while nobody says that it is going on.</param>
public sealed record PlaybookJson(
    PlaybookId Id, string Name, string? UseWhen, string? Finnish, string? Swedish, string? English, Promised Promise, int WithinHours,
    string? PromisedFinnish, string? PromisedSwedish, string? PromisedEnglish, IReadOnlyList<string> Signs, DateTimeOffset? GoingOnSince, DateTimeOffset? GoingOnUntil);

public sealed record PlaybookListJson(IReadOnlyList<PlaybookJson> Playbooks);

/// <param name="Words">The customer's own words that speak for it.</param>
/// <param name="Language">The ticket's.</param>
/// <param name="AnsweredIn">Another where nobody has written the answer in that one.</param>
/// <param name="Due">What would be promised; null where what was promised before stands.</param>
/// <param name="WhyNot">Why it can't be answered with the others.</param>
public sealed record TroubledTicketJson(string Ticket, string Subject, string Customer, IReadOnlyList<string> Words, LanguageCode Language, LanguageCode AnsweredIn, DateTimeOffset? Due, MessageId? NewestFromCustomer, string? WhyNot);

public sealed record TroubledTicketListJson(IReadOnlyList<TroubledTicketJson> Tickets);

/// <param name="Tickets">References, at most a hundred.</param>
public sealed record FirstAidJson(IReadOnlyList<string>? Tickets, MessageId? Seen);

internal static class PlaybooksApi
{
    private const string Area = "Playbooks";

    private static readonly string[] MayStop =
        ["playbook.leads", "playbook.name", "playbook.when", "playbook.answer", "playbook.long", "saved.variable", "playbook.hours", "promise.words.long", "playbook.signs", "playbook.sign"];

    private static object Example => new
    {
        name = "Hangon juna peruttu",
        useWhen = "Kun VR peruu junan Hankoon eikä korvaava bussi ole vielä tiedossa.",
        finnish = "Hei {{firstname}},\n\nHangon junasi on peruttu. Korvaava bussi lähtee asemalta, ja lippusi kelpaa siinä.",
        swedish = "Hej {{firstname}},\n\nditt tåg till Hangö är inställt. En ersättande buss går från stationen, och din biljett gäller.",
        promise = "findOut",
        withinHours = 2,
        promisedFinnish = "milloin junat taas kulkevat",
        signs = new[] { "Hanko juna", "juna peruttu", "tåget inställt" },
    };

    public static void MapPlaybooksApi(this RouteGroupBuilder api)
    {
        api.MapGet("/playbooks", async (KnownPlaybooks known, TimeProvider clock, CancellationToken stop) => await List(known, clock, stop))
            .Told(Area, "List playbooks", "First aid that is prepared for kinds of trouble: what goes on first, then by name.").Gives<PlaybookListJson>();
        api.MapPost("/playbooks", (HttpContext context, ApiCaller caller, WritePlaybook write, KnownPlaybooks known, TimeProvider clock, CancellationToken stop) => Write(null, context, caller, write, known, clock, stop))
            .Told(Area, "Write a playbook", "By a lead. The answer in one language at least, what is promised besides and within how many open hours, and signs: words by which the trouble is known, all of one sign in one message, in whatever form.")
            .Takes<PlaybookWishJson>(Example, "name", "promise", "withinHours").Gives<PlaybookJson>(201).MayRefuse([.. MayStop, "playbook.many"]);
        api.MapPut("/playbooks/{id}", (string id, HttpContext context, ApiCaller caller, WritePlaybook write, KnownPlaybooks known, TimeProvider clock, CancellationToken stop) => Write(Read(id), context, caller, write, known, clock, stop))
            .Told(Area, "Write one anew", "By a lead: all that it says.").Takes<PlaybookWishJson>(Example, "name", "promise", "withinHours").Gives<PlaybookJson>().MayRefuse([.. MayStop, "playbook.unknown", "playbook.nosigns"]);
        api.MapDelete("/playbooks/{id}", async (string id, ApiCaller caller, DropPlaybook drop, CancellationToken stop) =>
        {
            var which = Read(id);
            await drop.For(which, await caller.SomeAgent(stop), caller.Once($"playbook {which.Value} drop"), stop);
            return Results.NoContent();
        }).Told(Area, "Delete a playbook", "By a lead. Histories still know its name.").GivesNothing().MayRefuse("playbook.unknown", "playbook.leads");
        api.MapPost("/playbooks/{id}/start", async (string id, ApiCaller caller, SayItGoesOn goesOn, KnownPlaybooks known, TimeProvider clock, CancellationToken stop) =>
        {
            var which = Read(id);
            await goesOn.For(which, await caller.SomeAgent(stop), caller.Once($"playbook {which.Value} start"), stop);
            return Api.Answer(await One(which, known, clock, stop));
        }).Told(Area, "Say that it is going on", "Whoever writes about it from now on is recognised, and their ticket's owner is offered the answer. It is over when somebody says so, or after 24 open hours; said again, it goes on for longer.")
            .Gives<PlaybookJson>().MayRefuse("playbook.unknown", "playbook.nosigns");
        api.MapPost("/playbooks/{id}/stop", async (string id, ApiCaller caller, SayItIsOver over, KnownPlaybooks known, TimeProvider clock, CancellationToken stop) =>
        {
            var which = Read(id);
            await over.For(which, await caller.SomeAgent(stop), caller.Once($"playbook {which.Value} stop"), stop);
            return Api.Answer(await One(which, known, clock, stop));
        }).Told(Area, "Say that it is over", "Nobody is recognised or offered anything by it any more.").Gives<PlaybookJson>().MayRefuse("playbook.unknown");
        api.MapGet("/playbooks/{id}/tickets", Tickets)
            .Told(Area, "The tickets it is about", "Open tickets in which its signs stand, or in which it was recognised, newest first, at most a hundred: with what would go out in each. Those that have got it already are not among them.")
            .Gives<TroubledTicketListJson>().ActsFor(AgentWanted.Always).MayRefuse("playbook.unknown");
        api.MapPost("/playbooks/{id}/answer", Give)
            .Told(Area, "Answer many tickets", "Each gets the answer in its own language with a promise of its own, sent at once; what was promised there before stands. What one refuses stands in its line as `whyNot`, and keeps no other from being answered. Nobody gets the same twice. Where one of `tickets` isn't known, nothing is done (`ticket.unknown`).")
            .Takes<FirstAidJson>(new { tickets = new[] { ApiSamples.Ticket, ApiSamples.Other } }, "tickets").Gives<BatchJson>(201).MayRefuse("playbook.unknown", "batch.none", "batch.many");
        api.MapPost("/tickets/{reference}/playbooks/{id}/dismiss", Dismiss)
            .Told(Area, "Say that it is about something else", "The ticket was recognised by a playbook's signs, but is about something else: its owner is offered nothing by them any more.")
            .Gives<TicketJson>().MayRefuse("playbook.notseen", "playbook.answered", "request.own");
    }

    private static async Task<IResult> List(KnownPlaybooks known, TimeProvider clock, CancellationToken stop) =>
        Api.Answer(new PlaybookListJson([.. (await known.Now(stop)).InUse(clock.Now()).Select(p => Of(p, clock.Now()))]));

    private static async Task<IResult> Write(PlaybookId? id, HttpContext context, ApiCaller caller, WritePlaybook write, KnownPlaybooks known, TimeProvider clock, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<PlaybookWishJson>();
        var text = new PlaybookText(
            sent.Name.Wanted("name"), sent.UseWhen, new SavedTexts(sent.Finnish, sent.Swedish, sent.English),
            sent.Promise.Wanted("promise") == Promised.Act ? PromiseKind.Act : PromiseKind.FindOut, sent.WithinHours.Wanted("withinHours"),
            new SavedTexts(sent.PromisedFinnish, sent.PromisedSwedish, sent.PromisedEnglish), [.. (sent.Signs ?? []).Select(s => s ?? "")]);
        var which = await write.For(id, text, by, caller.Once(id is { } old ? $"playbook {old.Value}" : "playbook"), stop);
        if (id is null)
            context.Response.Headers.Location = $"{Api.Root}/playbooks/{which.Value}";
        return Api.Answer(await One(which, known, clock, stop), id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Tickets(string id, ApiCaller caller, KnownPlaybooks known, TroubledTickets troubled, Colleagues colleagues, CancellationToken stop)
    {
        var me = (await colleagues.Now(stop))[await caller.SomeAgent(stop)];
        var playbook = await Find(Read(id), known, stop);
        return Api.Answer(new TroubledTicketListJson([.. (await troubled.Of(playbook, null, me, stop)).Select(t => new TroubledTicketJson(
            t.Ticket.Reference.Value, t.Ticket.Subject, t.Customer, t.Words, t.Ticket.Language, t.Aid.Language, t.Aid.Due, t.Ticket.NewestFromCustomer, t.WhyNot?.Key))]));
    }

    private static async Task<IResult> Give(string id, HttpContext context, ApiCaller caller, GiveFirstAid give, ReadBatches read, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var which = Read(id);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<FirstAidJson>();
        var tickets = await databases.KnownAll(sent.Tickets.Wanted("tickets"), stop);
        var batch = await give.To(tickets, new Giving(which, sent.Seen, AtOnce: true), by, caller.Once($"playbook {which.Value} answer"), stop);
        context.Response.Headers.Location = $"{Api.Root}/batches/{batch.Value}";
        return Api.Answer(await BatchesApi.Shown(batch, read, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Dismiss(string reference, string id, ApiCaller caller, DismissTrouble dismiss, ShowTickets tickets, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var ((ticket, known), which) = (await databases.Known(reference, stop), Read(id));
        await dismiss.For(ticket, which, await caller.SomeAgent(stop), caller.Once($"playbook {which.Value} dismiss", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    private static PlaybookId Read(string id) => OwingApi.Ids<PlaybookId>(id, "playbook.unknown");

    private static async Task<PlaybookJson> One(PlaybookId id, KnownPlaybooks known, TimeProvider clock, CancellationToken stop) => Of(await Find(id, known, stop), clock.Now());

    private static async Task<Playbook> Find(PlaybookId id, KnownPlaybooks known, CancellationToken stop) =>
        (await known.Now(stop)).Find(id) ?? throw new ApiRefused(StatusCodes.Status404NotFound, Refusal.Because("playbook.unknown"));

    private static PlaybookJson Of(Playbook p, DateTimeOffset now) => new(
        p.Id, p.Name, p.UseWhen, p.Answer.Finnish, p.Answer.Swedish, p.Answer.English, p.Promise == PromiseKind.Act ? Promised.Act : Promised.FindOut, p.WithinHours,
        p.Promised.Finnish, p.Promised.Swedish, p.Promised.English, p.Signs, p.IsGoingOn(now) ? p.GoingOnSince : null, p.IsGoingOn(now) ? p.GoingOnUntil : null);
}
