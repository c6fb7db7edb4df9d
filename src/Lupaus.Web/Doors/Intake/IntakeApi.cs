using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Doors.Intake;

/// <param name="Topic">A topic's id or its name in any of our languages; the default topic when it isn't given.</param>
public sealed record NewTicketJson(string? Name, string? Email, string? Phone, string? Subject, string? Text, LanguageCode? Language, DateTimeOffset? Deadline, string? Topic);

internal static class IntakeApi
{
    public static void MapIntakeApi(this RouteGroupBuilder api) => api.MapPost("/tickets", Open)
        .Told("Tickets", "Open a ticket", "Somebody writes to us: at once there is a ticket, an owner and a promise, and the customer is told. `Location` names it. A person who is known by the address or number is the same person.")
        .Takes<NewTicketJson>(new { name = "Aino Testinen", email = "aino@example.fi", subject = "Lippu", text = "Automaatti sanoo, ettei lippua voi lunastaa.", language = "fi", deadline = ApiSamples.Tomorrow }, "text")
        .Gives<TicketJson>(201).ActsFor(AgentWanted.Never).MayRefuse("message.empty", "message.long", "email.shape", "phone.shape", "person.reach", "person.name.long", "ticket.subject", "deadline.past", "deadline.far", "api.topic");

    private static async Task<IResult> Open(HttpContext context, ApiCaller caller, OpenTicket open, OurCompany ourCompany, ShowTickets tickets, TimeProvider clock, CancellationToken stop)
    {
        var sent = await context.Body<NewTicketJson>();
        var company = await ourCompany.Now(stop);
        var opened = await open.From(Read(sent, company, caller, clock.Now()), stop);
        context.Response.Headers.Location = $"{Api.Root}/tickets/{opened.Reference}";
        return Api.Answer(await tickets.One(opened.Reference, stop), StatusCodes.Status201Created);
    }

    private static NewMatter Read(NewTicketJson sent, CompanyNow company, ApiCaller caller, DateTimeOffset now)
    {
        var email = Given(sent.Email, "email", EmailAddress.Read, "email.shape");
        var phone = Given(sent.Phone, "phone", PhoneNumber.Read, "phone.shape");
        Person.WhyNotMeet(sent.Name, email, phone).StopIfAny(email is null && phone is null ? "email" : "name");
        Message.WhyNotSay(sent.Text.Wanted("text")).StopIfAny("text");
        (sent.Subject.OneLine().Length > Limits.Subject ? Refusal.Because("ticket.subject").With("limit", Limits.Subject) : null).StopIfAny("subject");
        Ticket.WhyNotSetDeadline(sent.Deadline, now).StopIfAny("deadline");
        var source = caller.Once("open") ?? Source.Of(string.Create(CultureInfo.InvariantCulture, $"api:{caller.Key.Value} open"), Guid.NewGuid().ToString("N"));
        return new NewMatter(
            sent.Name, email, phone, sent.Text!, sent.Language, Channel.Api, source,
            sent.Subject ?? "", sent.Deadline, company.TopicNamed(sent.Topic)?.Id);
    }

    private static T? Given<T>(string? text, string field, Func<string?, T?> read, string refusal) where T : struct
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return read(text) ?? throw ApiChecks.Wrong(field, Refusal.Because(refusal));
    }
}
