using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>Be the customer: the reply as it will stand before them, while it is still being written.</summary>
internal static class ReplyAsCustomer
{
    public static async Task<IResult> Show(string reference, IFormCollection form, HttpContext context, ReadTicket read, Reader reader, Telling telling, OurCompany ourCompany, Colleagues colleagues, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop)
    {
        if (Reference.Read(reference) is not { } known || await read.Head(known, stop) is not { } head)
            return Results.NotFound();
        var company = await ourCompany.Now(stop);
        var me = (await colleagues.Now(stop))[context.User.AgentId()];
        string? promise = null;
        Refusal? trouble = null;
        try
        {
            promise = PromisePreview.Of(form, head.Language, me, company, telling, clock.Now());
        }
        catch (RuleBroken broken)
        {
            trouble = broken.Refusal;
        }
        await using var db = await databases.CreateDbContextAsync(stop);
        var pictures = await db.UnsentFiles.Where(f => f.TicketId == head.Id && f.AgentId == me.Id && !f.IsNote).ToListAsync(stop);
        return PageResults.Page<ReplyAsCustomerPage>(new
        {
            Shown = new ReplyShown(form["body"].ToString().Cleaned(), promise, trouble is null ? null : reader.Words.Refusal(trouble), head.Language, me,
                [.. pictures.Select(p => p.Name)],
                name => pictures.Find(p => p.Name == name && SniffedType.IsPicture(p.Type)) is { } file ? $"/desk/unsent/{file.Id.Value}/{Uri.EscapeDataString(file.Name)}" : null)
            {
                Understood = form["understood"].ToString().Cleaned() is { Length: > 0 } understood ? understood : null,
            },
            Reference = known,
        });
    }
}

/// <param name="Trouble">Why the promise can't be made as it stands; for the agent alone.</param>
public sealed record ReplyShown(string Body, string? Promise, string? Trouble, LanguageCode Language, Colleague From, IReadOnlyList<string> Files, Func<string, string?> Picture)
{
    public string? Understood { get; init; }
}
