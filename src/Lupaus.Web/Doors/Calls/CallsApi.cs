using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Calls;

public enum CallDirection { In, Out }

/// <param name="StartedAt">So many minutes ago when it isn't given.</param>
/// <param name="Next">How a call that reached them leaves the ticket, as for replies.</param>
/// <param name="TellCustomer">Whether the summary is for the customer's eyes too.</param>
/// <param name="TryAgainAt">For a call of ours that reached nobody.</param>
/// <param name="Customer">In a new matter: the id of somebody known; else name, phone and email.</param>
public sealed record CallLogJson(
    CallDirection? Direction, CallOutcome? Outcome, DateTimeOffset? StartedAt, int? Minutes, string? Summary, bool? TellCustomer, NextJson? Next, bool? Delivers, DateTimeOffset? TryAgainAt,
    string? Customer, string? Name, string? Email, string? Phone, string? Subject, LanguageCode? Language)
{
    internal CallMade Read(DateTimeOffset now)
    {
        var (direction, outcome) = (Direction.Wanted("direction"), Outcome.Wanted("outcome"));
        var isReached = outcome == CallOutcome.Talked;
        if (isReached)
            Message.WhyNotSay(Summary.Wanted("summary")).StopIfAny("summary");
        Needless("next", !isReached && Next is not null);
        Needless("tryAgainAt", (isReached || direction == CallDirection.In) && TryAgainAt is not null);
        var minutes = Minutes ?? (isReached ? 1 : 0);
        var call = new Call(direction == CallDirection.In, outcome, StartedAt ?? now.AddMinutes(-Math.Clamp(minutes, 0, Call.MostMinutes)), minutes, TellCustomer ?? false);
        call.WhyNotHave(now).StopIfAny("startedAt");
        return new CallMade(call, Summary ?? "", isReached ? Next.Wanted("next").Read() : null, Delivers ?? true, TryAgainAt);
    }

    internal CallAbout About(CompanyNow company)
    {
        if (Customer is null)
        {
            var (email, phone) = (Given(Email, "email", EmailAddress.Read, "email.shape"), Given(Phone, "phone", PhoneNumber.Read, "phone.shape"));
            Person.WhyNotMeet(Name, email, phone).StopIfAny(email is null && phone is null ? "phone" : "name");
            return new CallAbout.NewOfStranger(Name, email, phone, Language ?? company.Language, Subject ?? "");
        }
        return long.TryParse(Customer, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new CallAbout.NewOf(new PersonId(id), Subject ?? "")
            : throw ApiChecks.Wrong("customer", Refusal.Because("person.unknown"));
    }

    private static T? Given<T>(string? text, string field, Func<string?, T?> read, string refusal) where T : struct =>
        string.IsNullOrWhiteSpace(text) ? null : read(text) ?? throw ApiChecks.Wrong(field, Refusal.Because(refusal));

    private static void Needless(string field, bool isGiven)
    {
        if (isGiven)
            throw ApiChecks.Wrong(field, Refusal.Because("api.field.needless").With("field", field));
    }
}

internal static class CallsApi
{
    private const string Area = "Conversation";

    /// <summary>What may keep a call from being logged, in whichever matter.</summary>
    private static readonly string[] MayStop =
    [
        "call.next", "call.ahead", "call.old", "call.minutes", "message.empty", "message.long", "promise.past", "promise.far", "promise.kind", "promise.answered", "promise.lapsed", "promise.afterduty",
        "promise.words.long", "reminder.missing", "duty.past", "solve.duty", "solve.failure", "solve.discrepancy", "ticket.closed", "api.field.needless",
    ];

    public static void MapCallsApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/calls", InMatter)
            .Told(Area, "Log a call", "One that reached them (`talked`) settles the promise as a reply does, and needs `summary` and `next`. One of ours that reached nobody is on record, and the promise stands; `tryAgainAt` says when to ring again. One of theirs that we missed is heard like any other message. Who the matter is of is known: `customer`, `name`, `email`, `phone`, `subject` and `language` are for a new one.")
            .Takes<CallLogJson>(new { direction = "out", outcome = "talked", minutes = 6, summary = "Kerroin, että palautus on tulossa.", tellCustomer = true, next = new { kind = "promises", promise = "act", due = ApiSamples.Tomorrow } }, "direction", "outcome")
            .Gives<TicketJson>(201).MayRefuse([.. MayStop, "ticket.merged", "ticket.closedlongago", "ticket.notservice"]);
        api.MapPost("/calls", InNewMatter)
            .Told(Area, "Log a call in a new matter", "At once there is a ticket, and whoever was on the line answers for it. Of somebody known by `customer`, or else by `name`, `phone` and `email`; whoever has the number or the address already is the same person. Only a call of theirs that we missed needs no `subject`. `Location` names the ticket.")
            .Takes<CallLogJson>(new { direction = "in", outcome = "talked", minutes = 4, name = "Eino Esimerkki", phone = "050 111 2222", subject = "Lasku tuli kahdesti", summary = "Eino sai saman laskun kahdesti.", next = new { kind = "promises", promise = "findOut", due = ApiSamples.Tomorrow } }, "direction", "outcome")
            .Gives<TicketJson>(201).MayRefuse([.. MayStop, "call.subject", "ticket.subject", "email.shape", "phone.shape", "person.reach", "person.name.long", "person.unknown"]);
    }

    private static async Task<IResult> InMatter(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, TakeCall take, ShowTickets tickets, TimeProvider clock, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<CallLogJson>();
        var heardIn = await take.From(new CallAbout.Matter(id), sent.Read(clock.Now()), by, caller.Once("call", known) ?? Some(caller), stop);
        return Api.Answer(await tickets.One(heardIn, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> InNewMatter(HttpContext context, ApiCaller caller, TakeCall take, OurCompany ourCompany, ShowTickets tickets, TimeProvider clock, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<CallLogJson>();
        var opened = await take.From(sent.About(await ourCompany.Now(stop)), sent.Read(clock.Now()), by, caller.Once("call") ?? Some(caller), stop);
        context.Response.Headers.Location = $"{Api.Root}/tickets/{opened}";
        return Api.Answer(await tickets.One(opened, stop), StatusCodes.Status201Created);
    }

    private static Source Some(ApiCaller caller) => Source.Of(string.Create(CultureInfo.InvariantCulture, $"api:{caller.Key.Value} call"), Guid.NewGuid().ToString("N"));
}
