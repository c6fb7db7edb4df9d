using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;

namespace Lupaus.Web.Pages.Me;

/// <summary>Taking a second factor into use, and out of it.</summary>
public static class SecondFactorDoors
{
    public static void MapSecondFactor(this IEndpointRouteBuilder me)
    {
        me.MapPost("/second-factor", async (IFormCollection _, HttpContext context, SecondFactor factor, CancellationToken stop) =>
        {
            if (await factor.Key(context.User.AgentId(), stop) is null)
                await Quietly(() => factor.Begin(context.User.AgentId(), stop));
            return Results.LocalRedirect("/me/second-factor");
        });

        me.MapGet("/second-factor", async (HttpContext context, SecondFactor factor, CancellationToken stop) =>
            await factor.Key(context.User.AgentId(), stop) is { } key
                ? PageResults.Page<SecondFactorPage>(new { Key = key })
                : Results.LocalRedirect("/me#secondfactor"));

        me.MapPost("/second-factor/confirm", (IFormCollection form, HttpContext context, SecondFactor factor, CancellationToken stop) =>
            Codes(() => factor.Confirm(context.User.AgentId(), form["Code"], stop), async refusal =>
                await factor.Key(context.User.AgentId(), stop) is { } key
                    ? PageResults.Page<SecondFactorPage>(new { Key = key, Refusal = refusal }, StatusCodes.Status422UnprocessableEntity)
                    : Results.LocalRedirect("/me#secondfactor"))).RequireRateLimiting(Doorkeeping.Trying);

        me.MapPost("/second-factor/codes", (IFormCollection form, HttpContext context, SecondFactor factor, AboutMe about, CancellationToken stop) =>
            Codes(() => factor.RenewCodes(context.User.AgentId(), form["Code"], stop), refusal => Unfit(context, about, refusal, stop))).RequireRateLimiting(Doorkeeping.Trying);

        me.MapPost("/second-factor/off", async (IFormCollection form, HttpContext context, SecondFactor factor, AboutMe about, CancellationToken stop) =>
        {
            try
            {
                await factor.TurnOff(context.User.AgentId(), form["Code"], stop);
                return Results.LocalRedirect("/me?saved=secondfactor#secondfactor");
            }
            catch (RuleBroken broken)
            {
                return await Unfit(context, about, broken.Refusal, stop);
            }
        }).RequireRateLimiting(Doorkeeping.Trying);
    }

    /// <summary>The codes are in this one answer and nowhere else.</summary>
    private static async Task<IResult> Codes(Func<Task<IReadOnlyList<string>>> make, Func<Refusal, Task<IResult>> otherwise)
    {
        try
        {
            return PageResults.Page<RecoveryCodesPage>(new { Codes = await make() });
        }
        catch (RuleBroken broken)
        {
            return await otherwise(broken.Refusal);
        }
    }

    private static async Task<IResult> Unfit(HttpContext context, AboutMe about, Refusal refusal, CancellationToken stop) =>
        PageResults.Page<MePage>(new { Me = await about.For(context.User.AgentId(), stop), Part = "secondfactor", Refusal = refusal }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Begun in another window meanwhile: the page shows how things stand.</summary>
    private static async Task Quietly(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RuleBroken)
        {
        }
    }
}
