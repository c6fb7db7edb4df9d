using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <summary>Open only until there is a company, and only to who has the code.</summary>
public static class SetUpDoor
{
    public static void MapSetUp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/setup", async (string? code, OurCompany company, CancellationToken stop) => await company.Find(stop) is not null
            ? Results.LocalRedirect("/sign-in")
            : PageResults.Page<SetUpPage>(new { Code = code }));

        routes.MapPost("/setup", async (IFormCollection form, SetUp setUp, OurCompany company, LupausDb db, SignInManager<Login> signIn, Reader reader, CancellationToken stop) =>
        {
            if (await company.Find(stop) is not null)
                return Results.LocalRedirect("/sign-in");
            try
            {
                var wish = new Beginning(form["Company"].ToString(), form["CompanyEmail"].ToString(), form["Phone"], form["Name"].ToString(), form["Email"].ToString(), form["Password"].ToString(), reader.Language);
                var first = await setUp.Company(wish, form["Code"], stop);
                await signIn.SignInAsync(await db.Users.FirstAsync(l => l.Id == first.Value, stop), isPersistent: true);
                return Results.LocalRedirect("/desk");
            }
            catch (RuleBroken broken)
            {
                return PageResults.Page<SetUpPage>(new { Code = form["Code"].ToString(), Typed = form, broken.Refusal }, StatusCodes.Status422UnprocessableEntity);
            }
        }).RequireRateLimiting(Doorkeeping.Trying);
    }
}
