using System.Collections.Frozen;
using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Web.Doors.Calls;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Lupaus.Web.Pages.Desk;

/// <summary>How the page was opened: when, about what, and which way.</summary>
public sealed record CallOpened(DateTimeOffset At, string? About, string? Sought, bool IsOut);

/// <summary>All that the page of a call shows: who may be on the line, what has been typed, and the calls one owes.</summary>
public sealed class CallScreen
{
    public required DeskNow Desk { get; init; }

    public required FrozenDictionary<AgentId, Colleague> Colleagues { get; init; }

    public required CompanyNow Company { get; init; }

    public required IReadOnlyList<Caller> Found { get; init; }

    public required IReadOnlyList<CallOwed> Owed { get; init; }

    /// <summary>The matter that is chosen as the page is made, and what was said in it lately.</summary>
    public CallersMatter? Matter { get; init; }

    public IReadOnlyList<SaidLately> Said { get; init; } = [];

    public Caller? Chosen { get; init; }

    public required IReadOnlyList<DateTimeOffset> HandyTimes { get; init; }

    public required CallOpened Opened { get; init; }

    /// <summary>Null when nothing has been typed yet.</summary>
    public IReadOnlyDictionary<string, StringValues>? Form { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>Typed earlier, and not saved then.</summary>
    public DateTimeOffset? KeptFrom { get; init; }

    /// <summary>A matter, somebody's new one, or somebody new.</summary>
    public string About => Typed("about") ?? Opened.About ?? "";

    public string? Typed(string field) => Form is null ? null : Form.GetValueOrDefault(field).ToString();

    public bool Is(string field, string value, bool atFirst = false) => Form is null ? atFirst : Typed(field) == value;
}

/// <summary>The rooms that the page of a call draws from.</summary>
public sealed record CallRooms(HttpContext Context, WhoRang Who, KeepCall Keep, MyDesk Desk, OurCompany Company, Colleagues Colleagues, TimeProvider Clock, CancellationToken Stop)
{
    public AgentId Me => Context.User.AgentId();

    public DateTimeOffset Now => Clock.Now();
}

/// <summary>Logs a call while it goes on: one form, which finds people on the way and keeps all that was typed.</summary>
internal static class CallDoor
{
    private static readonly string[] Fields =
        ["q", "about", "name", "phone", "subject", "direction", "outcome", "start", "minutes", "opened", "summary", "share", "next", "when", "date", "time", "what", "reminder", "delivers"];

    public static void MapCalls(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/call", Open);
        desk.MapPost("/call/save", Save);
        desk.MapGet("/call/who", Who);
        desk.MapPost("/call/unsent", async ([AsParameters] CallRooms rooms, IFormCollection form) =>
        {
            await rooms.Keep.For(rooms.Me, IsBegun(form) ? Written(form) : null, rooms.Stop);
            return Results.NoContent();
        });
        desk.MapPost("/call/forget", async ([AsParameters] CallRooms rooms) =>
        {
            await rooms.Keep.For(rooms.Me, null, rooms.Stop);
            return Results.LocalRedirect("/desk/call");
        });
    }

    private static async Task<IResult> Open([AsParameters] CallRooms rooms, string? q, string? ticket, long? person, string? @out)
    {
        var about = Reference.Read(ticket) is { } reference ? $"t-{reference}" : person is { } id ? string.Create(CultureInfo.InvariantCulture, $"p-{id}") : null;
        var kept = await rooms.Keep.Kept(rooms.Me, rooms.Stop);
        var form = kept is null ? null : QueryHelpers.ParseQuery(kept.Form);
        // What was typed about something else waits for its turn.
        var goesOn = form is not null && ((about is null && q is null) || form.GetValueOrDefault("about") == about);
        return await Show(rooms, new CallOpened(rooms.Now, about, q, @out is not null), goesOn ? form : null, null, goesOn ? kept!.ChangedAt : null);
    }

    /// <summary>Those found, for a page that asks while one types.</summary>
    private static async Task<IResult> Who(string? q, string? about, [AsParameters] CallRooms rooms) =>
        PageResults.Page<CallersFound>(new { Found = await rooms.Who.By(q, rooms.Now, rooms.Stop), Colleagues = await rooms.Colleagues.Now(rooms.Stop), About = about ?? "", Sought = q });

    private static async Task<IResult> Save([AsParameters] CallRooms rooms, IFormCollection form, PostedCalls posted)
    {
        var typed = Fields.Where(form.ContainsKey).ToDictionary(f => f, f => form[f]);
        var opened = new CallOpened(form.OpenedIn(rooms.Now), null, null, false);
        if (form["do"] == "find")
            return await Show(rooms, opened, typed, null, null);
        try
        {
            var reference = await posted.Save(form, rooms.Me, rooms.Stop);
            await rooms.Keep.For(rooms.Me, null, rooms.Stop);
            return Results.LocalRedirect($"/desk/{reference}?done=call");
        }
        catch (RuleBroken broken)
        {
            return await Show(rooms, opened, typed, broken.Refusal, null);
        }
    }

    private static async Task<IResult> Show(CallRooms rooms, CallOpened opened, IReadOnlyDictionary<string, StringValues>? form, Refusal? refusal, DateTimeOffset? keptFrom)
    {
        var (now, stop) = (rooms.Now, rooms.Stop);
        var company = await rooms.Company.Now(stop);
        var about = form is null ? opened.About : form.GetValueOrDefault("about").ToString();
        var chosen = await Chosen(about, rooms);
        var matter = chosen?.Matters.FirstOrDefault(m => about == $"t-{m.Reference}");
        var found = await rooms.Who.By(form is null ? opened.Sought : form.GetValueOrDefault("q").ToString(), now, stop);
        var screen = new CallScreen
        {
            Desk = await rooms.Desk.Of(rooms.Me, stop),
            Colleagues = await rooms.Colleagues.Now(stop),
            Company = company,
            Found = chosen is null || found.Any(c => c.Id == chosen.Id) ? found : [chosen, .. found],
            Owed = await rooms.Who.Owed(rooms.Me, now, stop),
            Matter = matter,
            Said = matter is null ? [] : await rooms.Who.SaidIn(matter.Id, now, stop),
            Chosen = chosen,
            HandyTimes = HandyTimes.From(company.HoursOf(company.DefaultTopic.Id), now),
            Opened = opened,
            Form = form,
            Refusal = refusal,
            KeptFrom = keptFrom,
        };
        return PageResults.Page<CallPage>(new { Screen = screen }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Caller?> Chosen(string? about, CallRooms rooms) =>
        about is null || about.Length < 3 ? null :
        about[0] == 't' && Reference.Read(about[2..]) is { } reference ? await rooms.Who.WithMatter(reference, rooms.Now, rooms.Stop) :
        about[0] == 'p' && long.TryParse(about[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await rooms.Who.Of(new PersonId(id), rooms.Now, rooms.Stop) :
        null;

    /// <summary>To have looked for somebody is nothing that anybody has written.</summary>
    private static bool IsBegun(IFormCollection form) => new[] { "summary", "subject", "name", "phone" }.Any(f => form[f].ToString().Cleaned().Length > 0);

    private static string Written(IFormCollection form) =>
        QueryString.Create(Fields.Where(f => form[f].ToString().Length > 0).Select(f => KeyValuePair.Create(f, (string?)form[f].ToString()))).Value ?? "";
}
