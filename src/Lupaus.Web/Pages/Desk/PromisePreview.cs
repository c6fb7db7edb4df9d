using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The promise that a half-written reply would make, in the words the customer will read; or why it can't be made.</summary>
internal static class PromisePreview
{
    public static async Task<IResult> Say(string reference, IFormCollection form, HttpContext context, Reader reader, Telling telling, OurCompany ourCompany, Colleagues colleagues, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop)
    {
        if (Reference.Read(reference) is not { } known)
            return Results.NotFound();
        var company = await ourCompany.Now(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var language = await db.Tickets.Where(t => t.Reference == known).Select(t => (LanguageCode?)t.Language).FirstOrDefaultAsync(stop);
        if (language is null)
            return Results.NotFound();
        var now = clock.Now();
        try
        {
            var me = (await colleagues.Now(stop))[context.User.AgentId()];
            return Of(form, language.Value, me, company, telling, now) is { } words ? Results.Text(words) : Results.NoContent();
        }
        catch (RuleBroken broken)
        {
            return broken.Refusal.Key.EndsWith(".missing", StringComparison.Ordinal)
                ? Results.NoContent()
                : Results.Text(reader.Words.Refusal(broken.Refusal), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Null when the reply makes no promise.</summary>
    public static string? Of(IFormCollection form, LanguageCode language, Colleague me, CompanyNow company, Telling telling, DateTimeOffset now)
    {
        var promised = form.NextIn(company.Zone, now) switch
        {
            WhatNext.Promises next => (next.Kind, next.Due),
            WhatNext.WaitsForCustomer next => (PromiseKind.CheckBack, next.AskAgainAt),
            _ => ((PromiseKind Kind, DateTimeOffset Due)?)null,
        };
        if (promised is not { } promise)
            return null;
        Promise.WhyNotPromise(promise.Due, now).StopIfAny();
        return telling.Promise(language, promise.Kind, me.FirstName, promise.Due, new CivilTime(language, company.Zone, now));
    }
}
