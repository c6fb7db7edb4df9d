using Lupaus.Web.Ground.Api;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

public sealed record TagsJson(IReadOnlyList<string>? Add, IReadOnlyList<string>? Remove);

public sealed record TagListJson(IReadOnlyList<string> Tags);

internal static class TagsApi
{
    private const string Area = "Tickets";
    private const int MostAtOnce = 50;

    public static void MapTagsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/tags", async (OurTags tags, CancellationToken stop) =>
            Api.Answer(new TagListJson([.. (await tags.Now(stop)).Values.Order(StringComparer.OrdinalIgnoreCase)])))
            .Told(Area, "List tags", "The house's own words for tickets that belong together, in the order of the alphabet.").Gives<TagListJson>();
        api.MapPost("/tickets/{reference}/tags", Tag)
            .Told(Area, "Give a ticket tags, or take them away", "By name, in capitals or not. A tag that nobody has used before begins to be; what the ticket has already, or hasn't, is passed over.")
            .Takes<TagsJson>(new { add = new[] { ApiSamples.Tag }, remove = new[] { "kiire" } }).Gives<TicketJson>().MayRefuse("tag.empty", "tag.long", "tag.comma", "tag.many", "tags.full");
    }

    private static async Task<IResult> Tag(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, TagTicket tag, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<TagsJson>();
        var (add, remove) = (sent.Add ?? [], sent.Remove ?? []);
        if (add.Count + remove.Count == 0)
            throw ApiChecks.Wrong("add", Refusal.Because("tag.empty"));
        if (add.Count + remove.Count > MostAtOnce)
            throw ApiChecks.Wrong("add", Refusal.Because("tag.many").With("limit", Lupaus.Core.Tickets.Tag.MostOfATicket));
        foreach (var name in add)
            Lupaus.Core.Tickets.Tag.WhyNot(name).StopIfAny("add");
        await tag.For(id, add, remove, by, caller.Once("tags", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }
}
