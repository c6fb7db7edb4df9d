using Lupaus.Web.Looks;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// Where a rule says no to somebody on a page, they read why and get back. Pages that keep what was typed catch the
/// refusal themselves, before it comes here.
/// </summary>
public static class PageRefusals
{
    /// <param name="back">The way back from there; the same address when nothing else is said.</param>
    public static TBuilder WithPageRefusals<TBuilder>(this TBuilder routes, Func<HttpContext, string>? back = null) where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (RuleBroken broken)
            {
                var way = back?.Invoke(context.HttpContext) ?? context.HttpContext.Request.Path;
                return PageResults.Page<RefusedPage>(new { Why = broken.Refusal, Back = way }, StatusCodes.Status409Conflict);
            }
        });
}
