using System.Globalization;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <summary>One of ours who has come by the other house's word.</summary>
public sealed record BoundAgent(AgentId Agent, string Name, string Issuer);

/// <summary>What the page shows.</summary>
/// <param name="Set">What is set, or was just typed; the secret is never shown.</param>
public sealed record SignInView(OtherHouse? Set, bool HasSecret, Uri Back, IReadOnlyList<BoundAgent> Bound, string? Saved = null, Refusal? Refusal = null, IReadOnlyList<Finding>? Findings = null);

/// <summary>Whose word we take on who somebody is: for admins.</summary>
public static class SignInRoom
{
    public static void MapSignInRoom(this IEndpointRouteBuilder routes)
    {
        var room = routes.MapGroup("/admin/sign-in").RequireAuthorization(SignedIn.Admins);
        room.MapGet("", async (string? saved, HttpContext context, CancellationToken stop) => Show(await View(context, stop) with { Saved = saved }));
        room.MapPost("", async (IFormCollection form, HttpContext context, TrustOtherHouse trust, CancellationToken stop) =>
        {
            var wish = Read(form);
            try
            {
                await trust.As(wish, context.User.AgentId(), stop);
                return Results.LocalRedirect("/admin/sign-in?saved=house#house");
            }
            catch (RuleBroken broken)
            {
                return Show(await View(context, stop) with { Set = wish, Refusal = broken.Refusal });
            }
        });
        room.MapPost("/test", async (IFormCollection form, HttpContext context, TrustOtherHouse trust, TryOtherHouse test, CancellationToken stop) =>
        {
            var wish = Read(form);
            return Show(await View(context, stop) with { Set = wish, Findings = await test.With(await trust.Completed(wish, stop), stop) });
        });
        room.MapPost("/unbind", async (IFormCollection form, HttpContext context, UnbindFromOtherHouse unbind, CancellationToken stop) =>
        {
            await unbind.For(new AgentId(long.TryParse(form["Agent"], CultureInfo.InvariantCulture, out var id) ? id : 0), context.User.AgentId(), stop);
            return Results.LocalRedirect("/admin/sign-in?saved=bound#bound");
        });
    }

    private static IResult Show(SignInView view) =>
        PageResults.Page<SignInByOthersPage>(new { View = view }, view.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<SignInView> View(HttpContext context, CancellationToken stop)
    {
        var services = context.RequestServices;
        var house = await services.GetRequiredService<OtherHouses>().Now(stop);
        await using var db = await services.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);
        var ties = await db.UserLogins.AsNoTracking().OrderBy(l => l.UserId).ToListAsync(stop);
        var colleagues = await services.GetRequiredService<Colleagues>().Now(stop);
        return new SignInView(house, house is { Secret.Length: > 0 }, OtherHouseDoors.AddressOf(services.GetRequiredService<Settings>()),
            [.. ties.Where(t => colleagues.ContainsKey(new AgentId(t.UserId))).Select(t => new BoundAgent(new AgentId(t.UserId), colleagues[new AgentId(t.UserId)].Name, t.LoginProvider))]);
    }

    private static OtherHouse Read(IFormCollection form) =>
        new(form["Issuer"].ToString().Trim(), form["ClientId"].ToString().Trim(), form["Secret"].ToString().Trim(), form["Label"].ToString().OneLine(), form.ContainsKey("IsOn"));
}
