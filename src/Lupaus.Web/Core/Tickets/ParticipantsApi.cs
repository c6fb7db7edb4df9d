using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

public sealed record NewParticipantJson(string? Email, string? Name);

public sealed record ParticipantJson(PersonId Id, string Name, string Email, DateTimeOffset Since);

public sealed record ParticipantListJson(IReadOnlyList<ParticipantJson> Participants);

internal static class ParticipantsApi
{
    private const string Area = "Conversation";

    public static void MapParticipantsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/tickets/{reference}/participants", async (string reference, IDbContextFactory<LupausDb> databases, CancellationToken stop) =>
            Api.Answer(await All((await databases.Known(reference, stop)).Id, databases, stop)))
            .Told(Area, "List those who take part", "Beside the customer: each gets the replies as letters of their own.").Gives<ParticipantListJson>();
        api.MapPost("/tickets/{reference}/participants", Add)
            .Told(Area, "Let somebody take part", "By their e-mail address; whoever has it already is the same person. From now on the replies go to them too, unless some are chosen. Answers the whole list.")
            .Takes<NewParticipantJson>(new { email = "liisa.laakso@example.fi", name = "Liisa Laakso" }, "email").Gives<ParticipantListJson>(201)
            .MayRefuse("email.shape", "person.name.long", "participant.customer", "participant.many", "ticket.merged");
        api.MapDelete("/tickets/{reference}/participants/{person}", Remove)
            .Told(Area, "They take part no more", "They get nothing more, and their links open no longer. Answers the whole list.").Gives<ParticipantListJson>().MayRefuse("person.unknown");
    }

    private static async Task<IResult> Add(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, LetTakePart let, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewParticipantJson>();
        var email = EmailAddress.Read(sent.Email.Wanted("email")) ?? throw ApiChecks.Wrong("email", Refusal.Because("email.shape"));
        Person.WhyNotMeet(sent.Name, email, null).StopIfAny("name");
        await let.For(id, [new Newly(email, sent.Name)], by, caller.Once("participant", known), stop);
        return Api.Answer(await All(id, databases, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Remove(string reference, string person, ApiCaller caller, IDbContextFactory<LupausDb> databases, EndTakingPart end, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var who = long.TryParse(person, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new PersonId(number) : throw new RuleBroken(Refusal.Because("person.unknown"));
        await end.For(id, who, by, caller.Once($"participant {number}", known), stop);
        return Api.Answer(await All(id, databases, stop));
    }

    private static async Task<ParticipantListJson> All(TicketId id, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Participants.AsNoTracking().Where(p => p.TicketId == id).Join(db.People, p => p.PersonId, p => p.Id, (participant, person) => new { participant, person.Name }).ToListAsync(stop);
        return new ParticipantListJson([.. all.OrderBy(a => a.participant.Since).Select(a => new ParticipantJson(a.participant.PersonId, a.Name, a.participant.Email.Value, a.participant.Since))]);
    }
}
