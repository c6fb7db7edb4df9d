using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Batches;
using Lupaus.Web.Work.Views;
using Lupaus.Work.Batches;
using Lupaus.Work.Views;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Lupaus.Web.Pages.Desk;

/// <summary>A form of a list that was refused: which one, what was typed, and why.</summary>
public sealed record ListDraft(string Part, IFormCollection Typed, Refusal Refusal);

/// <summary>Lists beyond one's own: shown, filtered, saved as views, and what is done to many of their tickets at once.</summary>
public sealed class ListDoor(
    DeskLists lists, MyDesk desk, SavedViews savedViews, SaveView save, DropView drop, DoBatch batch, UndoBatch undo, ReadBatches readBatches, OurTags ourTags, GiveFirstAid give, KnownPlaybooks playbooks,
    PeopleAtDesk people, OurCompany ourCompany, Colleagues colleagues, IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    private static readonly string[] Passing = ["after", "batch", "done"];

    public async Task<IResult> Show(HttpContext context, DeskView view, long? saved, CancellationToken stop) =>
        await Show(context, view, saved, context.Request.Query.ToDictionary(q => q.Key, q => q.Value), null, stop);

    /// <summary>Sends the form of the list: one thing to all that are ticked.</summary>
    public async Task<IResult> Do(HttpContext context, IFormCollection form, CancellationToken stop)
    {
        var (view, saved, query) = WhereFrom(form);
        try
        {
            var wish = await Wish(form, stop);
            var (ticked, source) = (await Ticked(form, stop), Source.Of("batch", form["nonce"].ToString()));
            var id = wish.Act == BatchAct.FirstAid
                ? await give.To(ticked, new Giving(Chosen(form), PlaybookDoors.SeenIn(form)), context.User.AgentId(), source, stop)
                : await batch.For(ticked, wish, context.User.AgentId(), source, stop);
            return Results.LocalRedirect(Link(view, saved, query, ("batch", id.Value.ToString(CultureInfo.InvariantCulture))));
        }
        catch (RuleBroken broken)
        {
            return await Show(context, view, saved, query, new ListDraft("batch", form, broken.Refusal), stop);
        }
    }

    public async Task<IResult> Undo(HttpContext context, IFormCollection form, long id, CancellationToken stop)
    {
        await undo.For(BatchId.From(id), context.User.AgentId(), stop);
        var (view, saved, query) = WhereFrom(form);
        if (Number(form["playbook"]) is { } playbook)
            return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/desk/playbooks/{playbook}?batch={id}"));
        return Results.LocalRedirect(form["view"].Count == 0 ? "/desk/batches" : Link(view, saved, query, ("batch", id.ToString(CultureInfo.InvariantCulture))));
    }

    public async Task<IResult> Save(HttpContext context, IFormCollection form, CancellationToken stop)
    {
        var id = Number(form["id"]) is { } known ? SavedViewId.From(known) : (SavedViewId?)null;
        try
        {
            var filter = FilterForm.Read(form.ToDictionary(f => f.Key, f => f.Value));
            var done = await save.For(id, form["name"].ToString(), filter, form["shared"] == "1", context.User.AgentId(), stop);
            return Results.LocalRedirect($"/desk/views/{done.Value}?done=saved");
        }
        catch (RuleBroken broken)
        {
            return await Show(context, id is null ? DeskView.List : DeskView.Saved, id?.Value, form.Where(f => f.Key != "id").ToDictionary(f => f.Key, f => f.Value), new ListDraft("view", form, broken.Refusal), stop);
        }
    }

    public async Task<IResult> Drop(HttpContext context, long id, CancellationToken stop)
    {
        await drop.For(SavedViewId.From(id), context.User.AgentId(), stop);
        return Results.LocalRedirect("/desk/open?done=dropped");
    }

    private async Task<IResult> Show(HttpContext context, DeskView view, long? saved, Dictionary<string, StringValues> query, ListDraft? draft, CancellationToken stop)
    {
        var me = context.User.AgentId();
        var mine = view == DeskView.Saved ? (await savedViews.For(me, stop)).FirstOrDefault(v => v.Id.Value == saved) : null;
        if (view == DeskView.Saved && mine is null)
            return PageResults.Page<NoSuchTicketPage>(new { Sought = "" }, StatusCodes.Status404NotFound);
        var filter = view == DeskView.List || draft?.Part == "view" ? FilterForm.Read(query) : mine?.Filter;
        var words = query.GetValueOrDefault("q").ToString().OneLine().CutTo(DeskLists.MostLetters);
        var after = query.GetValueOrDefault("after").ToString();
        return PageResults.Page<DeskListPage>(
            new
            {
                View = view,
                Part = await lists.Show(new ListWish(view, words, filter), me, after, stop),
                Desk = await desk.Of(me, stop),
                Colleagues = await colleagues.Now(stop),
                Company = await ourCompany.Now(stop),
                Teams = await Teams(filter is not null, stop),
                Tags = await ourTags.Now(stop),
                Playbooks = await playbooks.Now(stop),
                Me = me,
                Seen = PlaybookDoors.SeenBy(clock.Now()),
                Saved = mine,
                Filter = filter,
                Query = query.Where(q => !Passing.Contains(q.Key) || q.Key == "after").ToDictionary(),
                Batch = Number(query.GetValueOrDefault("batch")) is { } id ? await readBatches.One(BatchId.From(id), stop) : null,
                Done = draft is null ? query.GetValueOrDefault("done").ToString() : null,
                Draft = draft,
                Sought = words.Length > 0 ? words : null,
                People = view == DeskView.Find && after.Length == 0 ? await people.Meant(words, stop) : [],
                IsFirst = after.Length == 0,
            },
            draft is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Only a filter names them.</summary>
    private async Task<IReadOnlyList<Team>> Teams(bool wanted, CancellationToken stop)
    {
        if (!wanted)
            return [];
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Teams.AsNoTracking().IgnoreAutoIncludes().OrderBy(t => t.Id).ToListAsync(stop);
    }

    public static string PathOf(DeskView view, long? saved) => view switch
    {
        DeskView.Saved => string.Create(CultureInfo.InvariantCulture, $"/desk/views/{saved}"),
        _ => $"/desk/{view.ToString().ToLowerInvariant()}",
    };

    public static string Link(DeskView view, long? saved, IEnumerable<KeyValuePair<string, StringValues>> query, params (string Name, string? Value)[] with)
    {
        var kept = query.Where(q => !Passing.Contains(q.Key) || (q.Key == "after" && with.All(w => w.Name != "after")));
        return QueryHelpers.AddQueryString(PathOf(view, saved), kept.SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)).Concat(with.Select(w => KeyValuePair.Create(w.Name, w.Value))).Where(q => !string.IsNullOrEmpty(q.Value)));
    }

    /// <summary>The list that the form stood in, as it was filtered and turned to.</summary>
    private static (DeskView View, long? Saved, Dictionary<string, StringValues> Query) WhereFrom(IFormCollection form) =>
        (Enum.TryParse<DeskView>(form["view"], out var view) && Enum.IsDefined(view) ? view : DeskView.Open, Number(form["saved"]), QueryHelpers.ParseQuery(form["query"].ToString().CutTo(2000)));

    private async Task<TicketId[]> Ticked(IFormCollection form, CancellationToken stop)
    {
        Reference[] references = [.. form["ticket"].Select(Reference.Read).OfType<Reference>().Distinct()];
        Batch.WhyNotDo(references.Length).StopIfAny();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.Where(t => references.Contains(t.Reference)).Select(t => t.Id).ToArrayAsync(stop);
    }

    private async Task<BatchWish> Wish(IFormCollection form, CancellationToken stop)
    {
        if (!Enum.TryParse<BatchAct>(form["act"], out var act) || !Enum.IsDefined(act))
            throw new RuleBroken(Refusal.Because("batch.act"));
        var company = await ourCompany.Now(stop);
        return new BatchWish(
            act,
            Number(form["to"]) is { } to ? AgentId.From(to) : null,
            form[act == BatchAct.Untag ? "untag" : "tag"].ToString(),
            Number(form["topic"]) is { } topic ? company.OpenTopics.FirstOrDefault(t => t.Id.Value == topic)?.Id : null,
            Enum.TryParse<BlockKind>(form["block"], out var block) && Enum.IsDefined(block) ? block : null,
            form["text"].ToString());
    }

    private static PlaybookId Chosen(IFormCollection form) => PlaybookId.From(Number(form["playbook"]) ?? throw new RuleBroken(Refusal.Because("batch.playbook")));

    private static long? Number(StringValues text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
