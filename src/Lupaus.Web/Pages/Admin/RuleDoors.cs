using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Web.Pages.Me;
using Lupaus.Web.Work.Automation;
using Lupaus.Work.Automation;

namespace Lupaus.Web.Pages.Admin;

/// <summary>What a rule's page shows.</summary>
/// <param name="Rule">Null while it is being written.</param>
/// <param name="Would">What it would have done; only when that was asked.</param>
public sealed record RuleView(
    Offered Offered, Rule? Rule, IReadOnlyList<RunRow> Runs, IFormCollection? Typed = null, Refusal? Refusal = null, WouldHave? Would = null, RuleText? Tried = null, string? Saved = null);

internal static class RuleDoors
{
    public static void MapRules(this IEndpointRouteBuilder admin)
    {
        var rules = admin.MapGroup("/rules");
        rules.MapGet("", async (HttpContext context, string? saved, Reader reader, OfferDeeds offer, RuleLog log, CancellationToken stop) =>
            PageResults.Page<RulesPage>(new { Offered = await offer.To(context.User.AgentId(), reader.Words, stop), Rules = await log.All(stop), Saved = saved }));
        rules.MapGet("/new", async (HttpContext context, Reader reader, OfferDeeds offer, CancellationToken stop) =>
            PageResults.Page<RulePage>(new { View = new RuleView(await offer.To(context.User.AgentId(), reader.Words, stop), null, []) }));
        rules.MapPost("", ([AsParameters] RulePost post, WriteRule write) => post.Try(null, async () =>
            To(await write.For(null, await post.Form.Read(post.Fields, post.Stop), post.Me, MeDoors.ReadNonce("rule", post.Fields), post.Stop), "new")));
        rules.MapPost("/dry-run", ([AsParameters] RulePost post, DryRun dry) => post.Try(null, () => post.WouldHave(null, dry)));

        rules.MapGet("/{id:long}", async (long id, HttpContext context, string? saved, Reader reader, OfferDeeds offer, RuleLog log, CancellationToken stop) =>
            await log.Of(RuleId.From(id), stop) is { } one
                ? PageResults.Page<RulePage>(new { View = new RuleView(await offer.To(context.User.AgentId(), reader.Words, stop), one.Rule, one.Runs, Saved: saved) })
                : Results.LocalRedirect("/admin/rules"));
        rules.MapPost("/{id:long}", (long id, [AsParameters] RulePost post, WriteRule write) => post.Try(id, async () =>
            To(await write.For(RuleId.From(id), await post.Form.Read(post.Fields, post.Stop), post.Me, null, post.Stop), "rule")));
        rules.MapPost("/{id:long}/dry-run", (long id, [AsParameters] RulePost post, DryRun dry) => post.Try(id, () => post.WouldHave(id, dry)));
        rules.MapPost("/{id:long}/switch", (long id, [AsParameters] RulePost post, SwitchRule turn) => post.Try(id, async () =>
        {
            await turn.For(RuleId.From(id), post.Fields["on"] == "1", post.Me, post.Stop);
            return post.Fields["list"] == "1" ? Results.LocalRedirect("/admin/rules?saved=switch") : To(RuleId.From(id), "switch");
        }));
        rules.MapPost("/{id:long}/move", (long id, [AsParameters] RulePost post, MoveRule move) => post.Try(id, async () =>
        {
            await move.For(RuleId.From(id), post.Fields["up"] == "1", post.Me, post.Stop);
            return Results.LocalRedirect("/admin/rules");
        }));
        rules.MapPost("/{id:long}/drop", (long id, [AsParameters] RulePost post, DropRule drop) => post.Try(id, async () =>
        {
            await drop.For(RuleId.From(id), post.Me, post.Stop);
            return Results.LocalRedirect("/admin/rules?saved=dropped");
        }));
    }

    private static IResult To(RuleId id, string saved) => Results.LocalRedirect($"/admin/rules/{id.Value}?saved={saved}");
}

/// <summary>A form of the rule's page, sent. Refused, the page comes again with the reason and everything typed kept.</summary>
public sealed record RulePost(HttpContext Context, IFormCollection Fields, RuleForm Form, Reader Reader, OfferDeeds Offer, RuleLog Log, CancellationToken Stop)
{
    public AgentId Me => Context.User.AgentId();

    public async Task<IResult> Try(long? id, Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (RuleBroken broken)
        {
            return Show(await View(id) with { Refusal = broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>By what stands in the form, whether it is saved or not.</summary>
    public async Task<IResult> WouldHave(long? id, DryRun dry)
    {
        var text = await Form.Read(Fields, Stop);
        return Show(await View(id) with { Would = await dry.Of(text, Stop), Tried = text }, StatusCodes.Status200OK);
    }

    private async Task<RuleView> View(long? id)
    {
        var one = id is { } known ? await Log.Of(RuleId.From(known), Stop) : null;
        // Only the rule's own form has its fields; a button beside it has typed nothing.
        return new RuleView(await Offer.To(Me, Reader.Words, Stop), one?.Rule, one?.Runs ?? [], Fields.ContainsKey("event") ? Fields : null);
    }

    private static IResult Show(RuleView view, int status) => PageResults.Page<RulePage>(new { View = view }, status);
}
