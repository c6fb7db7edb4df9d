using System.Globalization;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Automation.Deeds;
using Lupaus.Work.Automation;

namespace Lupaus.Web.Pages.Me;

/// <summary>What was typed into a macro's form, and why it could not be kept.</summary>
public sealed record MacroDraft(MacroId? Id, IFormCollection Typed, Refusal Refusal);

/// <summary>The page of macros, twice: one's own, and at the house's keepers everybody's.</summary>
public static class MacroDoors
{
    public static IServiceCollection AddMacroPages(this IServiceCollection services) => services.AddSingleton<OfferDeeds>();

    public static void MapMacros(this IEndpointRouteBuilder routes, bool shared)
    {
        routes.MapGet("/macros", (HttpContext context, string? done, CancellationToken stop) => Show(context, shared, null, done, stop));
        routes.MapPost("/macros", (HttpContext context, IFormCollection form, WriteMacro write, Doers doers, CancellationToken stop) => Try(context, shared, form, "written", () =>
            write.For(IdIn(form), new WishedMacro(form["name"].ToString(), doers.Read(form), shared), context.User.AgentId(), isAdmin: shared, MeDoors.ReadNonce("macro", form), stop), stop));
        routes.MapPost("/macros/{id:long}/drop", (HttpContext context, IFormCollection form, long id, DropMacro drop, CancellationToken stop) => Try(context, shared, form, "dropped", () =>
            drop.For(MacroId.From(id), context.User.AgentId(), isAdmin: shared, stop), stop));
    }

    private static async Task<IResult> Show(HttpContext context, bool shared, MacroDraft? draft, string? done, CancellationToken stop)
    {
        var me = context.User.AgentId();
        var offered = await context.RequestServices.GetRequiredService<OfferDeeds>().To(me, context.RequestServices.GetRequiredService<Reader>().Words, stop);
        var macros = offered.Names.Known.MacrosFor(me).Where(m => m.OwnedBy is null == shared).ToArray();
        return PageResults.Page<MacrosPage>(
            new { Macros = macros, Offered = offered, IsShared = shared, Draft = draft, Done = done, SharedCount = offered.Names.Known.MacrosFor(me).Count(m => m.OwnedBy is null) },
            draft is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Try(HttpContext context, bool shared, IFormCollection form, string done, Func<Task> act, CancellationToken stop)
    {
        try
        {
            await act();
            return Results.LocalRedirect($"{(shared ? "/admin" : "/me")}/macros?done={done}");
        }
        catch (RuleBroken broken)
        {
            return await Show(context, shared, new MacroDraft(IdIn(form), form, broken.Refusal), null, stop);
        }
    }

    private static MacroId? IdIn(IFormCollection form) => long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? MacroId.From(id) : null;
}
