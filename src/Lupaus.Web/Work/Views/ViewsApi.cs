using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Views;

/// <param name="Owner">An agent's e-mail address, or "me"; null for anybody's.</param>
public sealed record ViewFilterJson(
    string? Owner, Asker? Asker, TeamId? Team, TopicId? Topic, string? Tag, OpenOrClosed? State, Turn? Turn, DueBy? Due, LanguageCode? Language, string? Query, bool? Unread, ViewOrder? Order);

public sealed record SavedViewJson(string? Name, ViewFilterJson? Filter, bool? Shared);

public sealed record ViewJson(SavedViewId Id, string Name, bool Shared, AgentId MadeBy, ViewFilterJson Filter);

public sealed record ViewListJson(IReadOnlyList<ViewJson> Views);

/// <summary>What a program asks a list for, as it stands in the address.</summary>
public sealed record TicketsAsked(string? View, string? Owner, string? Asker, string? Team, string? Topic, string? Tag, string? State, string? Turn, string? Due, string? Language, string? Query, string? Unread, string? After, string? Limit);

internal static class ViewsApi
{
    private const string Area = "Views";

    private static readonly DeskView[] BuiltIn =
        [DeskView.Mine, DeskView.Common, DeskView.Team, DeskView.Open, DeskView.Waiting, DeskView.Today, DeskView.Risk, DeskView.Closed, DeskView.Internal, DeskView.Asked, DeskView.Aside];

    public static void MapViewsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/tickets", List)
            .Told("Tickets", "List tickets", "Newest first. A page stays where it is while new tickets come in before it. All there are, unless it is asked for fewer: what is asked for holds together. A `view`, `owner=me`, `asker=me` and `unread` are an agent's, and need one.")
            .Gives<TicketListJson>().ActsFor(AgentWanted.Maybe).MayRefuse("view.unknown", "api.agent.missing");
        api.MapGet("/views", async (ApiCaller caller, SavedViews views, IDbContextFactory<LupausDb> databases, OurTags tags, CancellationToken stop) =>
            Api.Answer(new ViewListJson(await Json(await views.For(await caller.SomeAgent(stop), stop), databases, tags, stop))))
            .Told(Area, "List saved views", "The agent's own, and those shared with everybody, by name. Give one's id as `view` when you list tickets.").Gives<ViewListJson>().ActsFor(AgentWanted.Always);
        api.MapPost("/views", (HttpContext context, ApiCaller caller, SaveView save, SavedViews views, IDbContextFactory<LupausDb> databases, OurTags tags, CancellationToken stop) =>
            Save(null, context, caller, save, views, databases, tags, stop))
            .Told(Area, "Save a view", "A filter that is looked through again and again: the agent's own, or with `shared` everybody's to look through. One of the agent's with the same name is saved anew. An owner or a tag that isn't known is refused (`api.owner`, `tag.unknown`).")
            .Takes<SavedViewJson>(Example, "name", "filter").Gives<ViewJson>(201).MayRefuse([.. MayStop, "view.many"]);
        api.MapPut("/views/{id}", (string id, HttpContext context, ApiCaller caller, SaveView save, SavedViews views, IDbContextFactory<LupausDb> databases, OurTags tags, CancellationToken stop) =>
            Save(OwingApi.Ids<SavedViewId>(id, "view.unknown"), context, caller, save, views, databases, tags, stop))
            .Told(Area, "Save one anew", "Its name, its whole filter and whose it is. Only whoever made it may.").Takes<SavedViewJson>(Example, "name", "filter").Gives<ViewJson>().MayRefuse([.. MayStop, "view.unknown", "view.others"]);
        api.MapDelete("/views/{id}", async (string id, ApiCaller caller, DropView drop, CancellationToken stop) =>
        {
            var which = OwingApi.Ids<SavedViewId>(id, "view.unknown");
            await drop.For(which, await caller.SomeAgent(stop), stop, caller.Once($"view {which.Value} drop"));
            return Results.NoContent();
        }).Told(Area, "Delete a saved view", "Only whoever made it may; its tickets stay as they are.").GivesNothing().MayRefuse("view.unknown", "view.others");
        api.MapPost("/tickets/{reference}/read", async (string reference, ApiCaller caller, LookAt look, IDbContextFactory<LupausDb> databases, CancellationToken stop) =>
        {
            var (id, _) = await databases.Known(reference, stop);
            await look.For(id, null, await caller.SomeAgent(stop), stop);
            return Results.NoContent();
        }).Told("Tickets", "The agent has read it", "What stands in it now is no longer new to them; to their colleagues it is as before.").GivesNothing();
        api.MapPost("/tickets/{reference}/unread", async (string reference, ApiCaller caller, MarkUnread mark, IDbContextFactory<LupausDb> databases, CancellationToken stop) =>
        {
            var (id, _) = await databases.Known(reference, stop);
            await mark.For(id, await caller.SomeAgent(stop), stop);
            return Results.NoContent();
        }).Told("Tickets", "Mark it unread", "The agent wants to come back to it: it is new to them until they open it again.").GivesNothing();
    }

    private static object Example => new { name = "Tänään luvatut", filter = new { owner = "me", state = "open", turn = "ours", due = "today", order = "comesUp" }, shared = false };

    private static string[] MayStop => ["view.name.missing", "view.name.long", "view.text"];

    private static async Task<IResult> List(
        [AsParameters] TicketsAsked asked, ApiCaller caller, ShowTickets tickets, OurCompany ourCompany, OurTags tags, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop)
    {
        var moment = Moment.In((await ourCompany.Now(stop)).Zone, clock.Now());
        var me = await caller.Agent(stop);
        var filter = await new FilterReading(databases, tags).Read(asked, me, stop);
        var view = await View(asked.View, me, caller, databases, stop);
        return Api.Answer(await tickets.List(
            async db => view is { } chosen && await chosen(db, moment) is var those ? those.Where(t => db.Fitting(filter, me ?? default, moment).Any(f => f.Id == t.Id)) : db.Fitting(filter, me ?? default, moment),
            Cursor.Read(asked.After), Cursor.Limit(asked.Limit), stop));
    }

    /// <summary>One of the desk's own by its word, or a saved one by its id.</summary>
    private static async Task<Func<LupausDb, Moment, Task<IQueryable<Ticket>>>?> View(string? named, AgentId? me, ApiCaller caller, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(named))
            return null;
        var agent = me ?? await caller.SomeAgent(stop);
        if (Enum.TryParse<DeskView>(named, ignoreCase: true, out var view) && BuiltIn.Contains(view) && !char.IsAsciiDigit(named[0]))
            return (db, moment) => db.InView(view, agent, moment, stop);
        if (!long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw new ApiRefused(StatusCodes.Status400BadRequest, Refusal.Because("view.unknown"), "view");
        await using var db = await databases.CreateDbContextAsync(stop);
        var filter = (await db.SavedViews.One(SavedViewId.From(id), agent, stop)).Filter;
        return (at, moment) => Task.FromResult(at.Fitting(filter, agent, moment));
    }

    private static async Task<IResult> Save(SavedViewId? id, HttpContext context, ApiCaller caller, SaveView save, SavedViews views, IDbContextFactory<LupausDb> databases, OurTags tags, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<SavedViewJson>();
        var f = sent.Filter.Wanted("filter");
        var reading = new FilterReading(databases, tags);
        var filter = new ViewFilter
        {
            Whose = string.IsNullOrWhiteSpace(f.Owner) ? WhoseMatter.Anybodys : f.Owner == "me" ? WhoseMatter.Mine : WhoseMatter.Ones,
            Owner = string.IsNullOrWhiteSpace(f.Owner) || f.Owner == "me" ? null : await reading.Agent(f.Owner, stop),
            Asker = f.Asker ?? Asker.Anybody,
            Team = f.Team,
            Topic = f.Topic,
            Tag = await reading.Tag(f.Tag, stop),
            State = f.State ?? OpenOrClosed.Open,
            Turn = f.Turn ?? Turn.Either,
            Due = f.Due ?? DueBy.Whenever,
            Language = f.Language,
            Text = f.Query.OneLine() is { Length: > 0 } text ? text : null,
            Unread = f.Unread ?? false,
            Order = f.Order ?? ViewOrder.ComesUp,
        };
        SavedView.WhyNotSave(sent.Name.Wanted("name"), filter).StopIfAny("name");
        var saved = await save.For(id, sent.Name!, filter, sent.Shared ?? false, by, stop, caller.Once(id is { } known ? $"view {known.Value}" : "view"));
        var view = (await views.For(by, stop)).First(v => v.Id == saved);
        return Api.Answer((await Json([view], databases, tags, stop))[0], id is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IReadOnlyList<ViewJson>> Json(IReadOnlyList<SavedView> views, IDbContextFactory<LupausDb> databases, OurTags ourTags, CancellationToken stop)
    {
        var tags = await ourTags.Now(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        AgentId[] owners = [.. views.Select(v => v.Filter.Owner).OfType<AgentId>().Distinct()];
        var agents = await db.Agents.Where(a => owners.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Email.Value, stop);
        return [.. views.Select(v => new ViewJson(v.Id, v.Name, v.IsShared, v.MadeBy, new ViewFilterJson(
            v.Filter.Whose == WhoseMatter.Mine ? "me" : v.Filter.Owner is { } owner ? agents.GetValueOrDefault(owner) : null,
            v.Filter.Asker, v.Filter.Team, v.Filter.Topic, v.Filter.Tag is { } tag ? tags.GetValueOrDefault(tag) : null,
            v.Filter.State, v.Filter.Turn, v.Filter.Due, v.Filter.Language, v.Filter.Text, v.Filter.Unread, v.Filter.Order)))];
    }
}

/// <summary>A filter as a program writes it; what isn't known is refused by its field.</summary>
internal sealed class FilterReading(IDbContextFactory<LupausDb> databases, OurTags tags)
{
    public async Task<ViewFilter> Read(TicketsAsked asked, AgentId? me, CancellationToken stop)
    {
        var isMine = asked.Owner == "me";
        if ((isMine || string.Equals(asked.Asker, nameof(Asker.Me), StringComparison.OrdinalIgnoreCase) || asked.Unread == "true") && me is null)
            throw new ApiRefused(StatusCodes.Status403Forbidden, Refusal.Because("api.agent.missing"));
        var filter = new ViewFilter
        {
            Whose = string.IsNullOrWhiteSpace(asked.Owner) ? WhoseMatter.Anybodys : isMine ? WhoseMatter.Mine : WhoseMatter.Ones,
            Owner = string.IsNullOrWhiteSpace(asked.Owner) || isMine ? null : await Agent(asked.Owner, stop),
            Asker = Word<Asker>(asked.Asker, "asker"),
            Team = Id<TeamId>(asked.Team, "team"),
            Topic = Id<TopicId>(asked.Topic, "topic"),
            Tag = await Tag(asked.Tag, stop),
            State = asked.State switch
            {
                null or "" => OpenOrClosed.Both,
                "open" => OpenOrClosed.Open,
                "closed" => OpenOrClosed.Closed,
                _ => throw Wrong("api.state", "state"),
            },
            Turn = Word<Turn>(asked.Turn, "turn"),
            Due = Word<DueBy>(asked.Due, "due"),
            Language = string.IsNullOrEmpty(asked.Language) ? null : LanguageCodes.Read(asked.Language) ?? throw Wrong("api.filter", "language"),
            Text = asked.Query.OneLine() is { Length: > 0 } text ? text : null,
            Unread = asked.Unread == "true",
        };
        (filter.Text?.Length > Limits.Subject ? Refusal.Because("ticket.subject").With("limit", Limits.Subject) : null).StopIfAny("query");
        return filter;
    }

    public async Task<AgentId> Agent(string named, CancellationToken stop)
    {
        var email = EmailAddress.Read(named) ?? throw Wrong("api.owner", "owner");
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Agents.Where(a => a.Email == email).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync(stop) ?? throw Wrong("api.owner", "owner");
    }

    public async Task<TagId?> Tag(string? named, CancellationToken stop)
    {
        if (Lupaus.Core.Tickets.Tag.KeyOf(named) is not { Length: > 0 } key)
            return null;
        var all = await tags.Now(stop);
        return all.Where(t => Lupaus.Core.Tickets.Tag.KeyOf(t.Value) == key).Select(t => (TagId?)t.Key).FirstOrDefault() ?? throw Wrong("tag.unknown", "tag");
    }

    private static T? Id<T>(string? text, string field) where T : struct, IId<T> =>
        string.IsNullOrEmpty(text) ? null :
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? T.From(id) : throw Wrong("api.filter", field);

    private static T Word<T>(string? text, string field) where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? default :
        Enum.TryParse<T>(text, ignoreCase: true, out var word) && !char.IsAsciiDigit(text[0]) && text[0] != '-' ? word : throw Wrong("api.filter", field);

    private static ApiRefused Wrong(string key, string field) => new(StatusCodes.Status400BadRequest, Refusal.Because(key).With("field", field), field);
}
