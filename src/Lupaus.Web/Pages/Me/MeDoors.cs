using System.Buffers.Text;
using System.Globalization;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Alerts;
using Lupaus.Web.Work.Handovers;
using Lupaus.Work.Alerts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Me;

/// <summary>One's own page: each part is a form of its own, and says in place what is wrong with it.</summary>
public static class MeDoors
{
    public static IServiceCollection AddMe(this IServiceCollection services) => services
        .AddSingleton(new Place(80, "/me", "me.place", "user", SignedIn.Agents))
        .AddScoped<AboutMe>().AddMacroPages().AddSingleton<IntroduceMyself>().AddSingleton<SetMyHours>();

    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/me").RequireAuthorization(SignedIn.Agents);
        me.MapGet("", async (string? saved, HttpContext context, AboutMe about, CancellationToken stop) =>
            PageResults.Page<MePage>(new { Me = await about.For(context.User.AgentId(), stop), Saved = saved }));

        me.MapPost("/introduction", (IFormCollection form, HttpContext context, IntroduceMyself introduce, CancellationToken stop) => context.Try("introduction", form, async () =>
        {
            await introduce.As(context.User.AgentId(), form["Name"], form["Phone"], form.ContainsKey("ShowsPhone"), LanguageCodes.Read(form["Desk"]) ?? LanguageCode.Fi, form["Signature"], stop);
            // What they chose in passing gives way to what they have just chosen for good.
            context.Response.Cookies.Delete(Looks.Looks.LanguageCookie);
        }));

        me.MapPost("/hours", (IFormCollection form, HttpContext context, SetMyHours set, CancellationToken stop) => context.Try("hours", form, () =>
            set.To(context.User.AgentId(), HoursFields.Read(form), context.User.AgentId(), stop)));

        me.MapPost("/password", (IFormCollection form, HttpContext context, ChangePassword change, CancellationToken stop) => context.Try("password", form, async () =>
        {
            await change.For(context.User.AgentId(), form["Present"], form["Password"], stop);
            await context.StayIn(stop);
        })).RequireRateLimiting(Doorkeeping.Trying);

        me.MapPost("/passkeys/remove", (IFormCollection form, HttpContext context, RemovePasskey remove, CancellationToken stop) => context.Try("passkeys", form, async () =>
        {
            var id = form["Id"].ToString();
            await remove.For(context.User.AgentId(), Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [], stop);
            await context.StayIn(stop);
        }));

        me.MapPost("/sessions/end", (IFormCollection form, HttpContext context, EndOtherSessions end, CancellationToken stop) => context.Try("sessions", form, async () =>
        {
            await end.For(context.User.AgentId(), AgentClaims.SessionOf(context.User), stop);
            await context.StayIn(stop);
        }));

        me.MapPost("/sessions/{id:long}/end", (long id, IFormCollection form, HttpContext context, EndSession end, CancellationToken stop) => context.Try("sessions", form, () =>
            end.Of(context.User.AgentId(), new SessionId(id), context.User.AgentId(), stop)));

        me.MapPost("/stand-in", (IFormCollection form, HttpContext context, NameStandIn name, CancellationToken stop) => context.Try("standin", form, () =>
            name.For(context.User.AgentId(), ReadAgent(form["StandIn"]), context.User.AgentId(), stop)));

        me.MapPost("/absence", (IFormCollection form, HttpContext context, GoAway goAway, CancellationToken stop) => context.Try("absence", form, () =>
            goAway.As(ReadPlan(context.User.AgentId(), form), context.User.AgentId(), ReadNonce("absence", form), stop)));

        me.MapPost("/absence/end", (IFormCollection form, HttpContext context, ComeBack comeBack, CancellationToken stop) => context.Try("absence", form, () =>
            comeBack.From(new AbsenceId(ReadId(form["Id"]) ?? 0), context.User.AgentId(), context.User.AgentId(), stop)));

        me.MapPost("/alerts", (IFormCollection form, HttpContext context, WishAlerts wish, CancellationToken stop) => context.Try("alerts", form, () =>
            wish.For(context.User.AgentId(), ReadHearOf(form["Sound"]), ReadHearOf(form["Mail"]), ReadTime(form["QuietFrom"]), ReadTime(form["QuietUntil"]), stop)));

        me.MapSecondFactor();
        me.MapMacros(shared: false);
    }

    public static AwayPlan ReadPlan(AgentId agent, IFormCollection form) => new(
        agent,
        ReadDay(form["FirstDay"]) ?? throw new RuleBroken(Refusal.Because("absence.day")),
        string.IsNullOrWhiteSpace(form["LastDay"]) ? null : ReadDay(form["LastDay"]) ?? throw new RuleBroken(Refusal.Because("absence.day")),
        ReadAgent(form["StandIn"]));

    public static AgentId? ReadAgent(string? text) => ReadId(text) is { } id ? new AgentId(id) : null;

    public static Source? ReadNonce(string name, IFormCollection form) => Source.Read(name, form["Nonce"]);

    private static HearOf ReadHearOf(string? text) => Enum.TryParse<HearOf>(text, out var wish) && Enum.IsDefined(wish) ? wish : HearOf.Pressing;

    private static TimeOnly? ReadTime(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : WrittenTime.Time(text) ?? throw new RuleBroken(Refusal.Because("alerts.quiet"));

    private static long? ReadId(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;

    /// <summary>Does it and shows the page again: either that it is saved, or why not, with what was typed kept.</summary>
    private static async Task<IResult> Try(this HttpContext context, string part, IFormCollection form, Func<Task> change)
    {
        try
        {
            await change();
            return Results.LocalRedirect($"/me?saved={part}#{part}");
        }
        catch (RuleBroken broken)
        {
            var me = await context.RequestServices.GetRequiredService<AboutMe>().For(context.User.AgentId(), context.RequestAborted);
            return PageResults.Page<MePage>(new { Me = me, Part = part, Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>All sessions have ended; this one begins anew.</summary>
    private static async Task StayIn(this HttpContext context, CancellationToken stop)
    {
        var id = context.User.AgentId().Value;
        var login = await context.RequestServices.GetRequiredService<LupausDb>().Users.FirstAsync(l => l.Id == id, stop);
        await context.RequestServices.GetRequiredService<SignInManager<Login>>().RefreshSignInAsync(login);
    }
}
