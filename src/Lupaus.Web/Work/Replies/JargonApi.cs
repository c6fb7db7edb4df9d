using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Replies;

namespace Lupaus.Web.Work.Replies;

public sealed record JargonTermJson(JargonTermId Id, LanguageCode Language, string Term, string Plain);

public sealed record JargonListJson(IReadOnlyList<JargonTermJson> Jargon);

public sealed record JargonWishJson(LanguageCode? Language, string? Term, string? Plain);

/// <summary>The house's own words, and plain ones for them: what a draft is marked by.</summary>
internal static class JargonApi
{
    private const string Area = "Jargon";

    public static void MapJargonApi(this RouteGroupBuilder api)
    {
        api.MapGet("/jargon", async (OurJargon jargon, CancellationToken stop) => await List(jargon, StatusCodes.Status200OK, stop))
            .Told(Area, "List the house's own words", "Words that customers don't use, each with a plain one, by language and alphabet.").Gives<JargonListJson>();
        api.MapPost("/jargon", async (HttpContext context, ApiCaller caller, NoteJargon note, OurJargon jargon, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var sent = await context.Body<JargonWishJson>();
            var language = sent.Language.Wanted("language");
            JargonTerm.WhyNotNote(sent.Term.Wanted("term"), sent.Plain.Wanted("plain")).StopIfAny(JargonTerm.WhyNotNote(sent.Term, "-") is null ? "plain" : "term");
            await note.For(language, sent.Term!, sent.Plain!, by, caller.Once("jargon"), stop);
            return await List(jargon, StatusCodes.Status201Created, stop);
        }).Told(Area, "Note a word", "A draft in that language is marked where the word stands in any form, and the plain one is offered. A word that is there already has the new plain one. Answers the whole list.")
            .Takes<JargonWishJson>(new { language = "fi", term = "tiketti", plain = "asia" }, "language", "term", "plain").Gives<JargonListJson>(201).MayRefuse("jargon.term", "jargon.plain", "jargon.same", "jargon.many");
        api.MapDelete("/jargon/{id}", async (string id, ApiCaller caller, DropJargon drop, CancellationToken stop) =>
        {
            var which = OwingApi.Ids<JargonTermId>(id, "jargon.unknown");
            await drop.For(which, await caller.SomeAgent(stop), caller.Once($"jargon {which.Value} drop"), stop);
            return Results.NoContent();
        }).Told(Area, "Drop a word", "Drafts are no longer marked by it.").GivesNothing().MayRefuse("jargon.unknown");
    }

    private static async Task<IResult> List(OurJargon jargon, int status, CancellationToken stop) =>
        Api.Answer(new JargonListJson([.. (await jargon.All(stop)).Select(t => new JargonTermJson(t.Id, t.Language, t.Term, t.Plain))]), status);
}
