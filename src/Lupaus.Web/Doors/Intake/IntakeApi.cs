using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Intake;

/// <param name="Internal">The acting agent asks it of colleagues, and is its customer; then nobody else is named.</param>
/// <param name="Topic">A topic's id or its name in any of our languages; the default topic when it isn't given.</param>
public sealed record NewTicketJson(string? Name, string? Email, string? Phone, string? Subject, string? Text, LanguageCode? Language, DateTimeOffset? Deadline, string? Topic, bool? Internal);

/// <summary>What the acting agent writes in a request of their own.</summary>
public sealed record RequestWordsJson(string? Text);

internal static class IntakeApi
{
    public static void MapIntakeApi(this RouteGroupBuilder api)
    {
        MapOpening(api);
        api.MapPost("/tickets/{reference}/request", Write)
            .Told("Tickets", "Write more in one's own request", "The agent who asked writes as its customer does: it is heard, opens again what was closed, and gets a promise where we had waited for them. Of what was closed long ago a new ticket goes on; the answer is the ticket that heard it.")
            .Takes<RequestWordsJson>(new { text = "Löysin laskun: numero on 4711." }, "text").Gives<TicketJson>(201).MayRefuse("message.empty", "message.long", "request.notyours", "request.alone");
    }

    private static void MapOpening(RouteGroupBuilder api) => api.MapPost("/tickets", Open)
        .Told("Tickets", "Open a ticket", "Somebody writes to us: at once there is a ticket, an owner and a promise, and the customer is told. `Location` names it. A person who is known by the address or number is the same person. With `internal` the acting agent asks it of colleagues: they are its customer, and never its owner.")
        .Takes<NewTicketJson>(new { name = "Aino Testinen", email = "aino@example.fi", subject = "Lippu", text = "Automaatti sanoo, ettei lippua voi lunastaa.", language = "fi", deadline = ApiSamples.Tomorrow }, "text")
        .Gives<TicketJson>(201).ActsFor(AgentWanted.Maybe).MayRefuse("request.alone", "request.who", "message.empty", "message.long", "email.shape", "phone.shape", "person.reach", "person.name.long", "ticket.subject", "deadline.past", "deadline.far", "api.topic");

    private static async Task<IResult> Open(HttpContext context, ApiCaller caller, OpenTicket open, OurCompany ourCompany, ShowTickets tickets, TimeProvider clock, CancellationToken stop)
    {
        var agent = await caller.Agent(stop);
        var sent = await context.Body<NewTicketJson>();
        var company = await ourCompany.Now(stop);
        var asks = sent.Internal == true ? agent ?? await caller.SomeAgent(stop) : (AgentId?)null;
        var opened = await open.From(Read(sent, asks, company, caller, clock.Now()), stop);
        context.Response.Headers.Location = $"{Api.Root}/tickets/{opened.Reference}";
        return Api.Answer(await tickets.One(opened.Reference, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Write(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, OwnRequest own, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<RequestWordsJson>();
        Message.WhyNotSay(sent.Text.Wanted("text")).StopIfAny("text");
        var source = caller.Once("request", known) ?? Source.Of(string.Create(CultureInfo.InvariantCulture, $"api:{caller.Key.Value} request"), Guid.NewGuid().ToString("N"));
        return Api.Answer(await tickets.One(await own.Write(id, sent.Text!, [], Channel.Api, by, source, stop), stop), StatusCodes.Status201Created);
    }

    private static NewMatter Read(NewTicketJson sent, AgentId? asks, CompanyNow company, ApiCaller caller, DateTimeOffset now)
    {
        var email = Given(sent.Email, "email", EmailAddress.Read, "email.shape");
        var phone = Given(sent.Phone, "phone", PhoneNumber.Read, "phone.shape");
        if (asks is null)
            Person.WhyNotMeet(sent.Name, email, phone).StopIfAny(email is null && phone is null ? "email" : "name");
        else
            ((email, phone, sent.Name.OneLine()) is (null, null, "") ? null : Refusal.Because("request.who")).StopIfAny(email is not null ? "email" : phone is not null ? "phone" : "name");
        Message.WhyNotSay(sent.Text.Wanted("text")).StopIfAny("text");
        (sent.Subject.OneLine().Length > Limits.Subject ? Refusal.Because("ticket.subject").With("limit", Limits.Subject) : null).StopIfAny("subject");
        Ticket.WhyNotSetDeadline(sent.Deadline, now).StopIfAny("deadline");
        var source = caller.Once("open") ?? Source.Of(string.Create(CultureInfo.InvariantCulture, $"api:{caller.Key.Value} open"), Guid.NewGuid().ToString("N"));
        return new NewMatter(
            sent.Name, email, phone, sent.Text!, sent.Language, Channel.Api, source,
            sent.Subject ?? "", sent.Deadline, company.TopicNamed(sent.Topic)?.Id)
        { RequestedBy = asks };
    }

    private static T? Given<T>(string? text, string field, Func<string?, T?> read, string refusal) where T : struct
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return read(text) ?? throw ApiChecks.Wrong(field, Refusal.Because(refusal));
    }
}
