using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lupaus.Web.Looks;

public static class Looks
{
    public const string LanguageCookie = "language";

    /// <param name="source">Where the source code is to be had; null for our own page about it.</param>
    public static IServiceCollection AddLooks(this IServiceCollection services, string? source = null)
    {
        services.AddRazorComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // "ä" stays "ä" in the page's source
        services.AddSingleton<Words>();
        services.AddScoped<Reader>();
        services.AddScoped(_ => new Sign { Source = source ?? Sign.SourcePath });
        return services;
    }

    /// <summary>Gives every request its reader, before any page or error page is made.</summary>
    public static IApplicationBuilder UseLooks(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var reader = context.RequestServices.GetRequiredService<Reader>();
        reader.Language = WishedLanguage(context.Request) ?? reader.Language;
        reader.Path = context.Request.Path + context.Request.QueryString;
        return next(context);
    });

    public static void MapLooks(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language/{code}", (string code, string? back, HttpContext context) =>
        {
            if (LanguageCodes.Read(code) is { } language)
                context.RememberLanguage(language);
            return Results.LocalRedirect(IsLocal(back) ? back! : "/");
        });

    public static void RememberLanguage(this HttpContext context, LanguageCode language) =>
        context.Response.Cookies.Append(LanguageCookie, language.Code(), new()
        {
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
        });

    /// <summary>What the visitor chose themselves; null when they haven't.</summary>
    public static LanguageCode? ChosenLanguage(this HttpRequest request) => LanguageCodes.Read(request.Cookies[LanguageCookie]);

    private static LanguageCode? WishedLanguage(HttpRequest request) =>
        request.ChosenLanguage()
        ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => LanguageCodes.Read(l.Value.Value)).FirstOrDefault(l => l is not null);

    /// <summary>A path of ours: "//elsewhere.example" and "/\elsewhere" would lead out of the house.</summary>
    internal static bool IsLocal(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
