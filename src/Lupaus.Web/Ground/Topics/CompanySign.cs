using Lupaus.Web.Looks;

namespace Lupaus.Web.Ground.Topics;

public static class CompanySign
{
    /// <summary>Pages show whose house this is, in the zone its promises are made in.</summary>
    public static IApplicationBuilder UseSign(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is not null && await context.RequestServices.GetRequiredService<OurCompany>().Find(context.RequestAborted) is { } company)
        {
            context.RequestServices.GetRequiredService<Sign>().Show(company.Name, company.Phone?.ForPeople(), company.Email.Value);
            context.RequestServices.GetRequiredService<Reader>().Zone = company.Zone;
        }
        await next(context);
    });
}
