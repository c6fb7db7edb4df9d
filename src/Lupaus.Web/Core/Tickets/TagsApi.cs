using Lupaus.Web.Ground.Api;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

public sealed record TagsJson(IReadOnlyList<string>? Add, IReadOnlyList<string>? Remove);

public sealed record TagListJson(IReadOnlyList<string> Tags);

internal static class TagsApi
{
    private const int MostAtOnce = 50;

    public static void MapTagsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/tags", async (OurTags tags, CancellationToken stop) =>
            Api.Answer(new TagListJson([.. (await tags.Now(stop)).Values.Order(StringComparer.OrdinalIgnoreCase)])));
        api.MapPost("/tickets/{reference}/tags", Tag);
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
