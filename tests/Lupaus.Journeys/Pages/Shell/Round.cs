using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>Somebody goes from page to page and looks at each in four ways: by day and at night, on a phone and on a wide screen.</summary>
internal sealed class Round(IPage page)
{
    private readonly List<string> wrong = [];

    public IPage Page => page;

    public IReadOnlyList<string> Wrong => wrong;

    public async Task Opens(string path, int status = StatusCodes.Status200OK)
    {
        (await page.GotoAsync(path))!.Status.ShouldBe(status, path);
        await Looks();
    }

    public Task Looks() => Screens.Folder is null ? LooksForWhatShutsOut() : TakesPictures();

    private async Task TakesPictures()
    {
        var name = Screens.NameOf(page.Url);
        foreach (var width in new[] { 360, 1440 })
        {
            await page.SetViewportSizeAsync(width, width < 600 ? 740 : 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Screens.Take(page, name, scheme, width);
            }
        }
    }

    /// <summary>With everything unfolded, since what is folded is on the page too.</summary>
    private async Task LooksForWhatShutsOut()
    {
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
        wrong.AddRange((await page.IdsThatStandTwice()).Select(id => $"{page.Url}: the id {id} stands twice"));
        foreach (var width in new[] { 360, 1440 })
        {
            await page.SetViewportSizeAsync(width, 900);
            if (!await page.FitsItsWidth())
                wrong.Add($"{page.Url} at {width} px: has to be scrolled sideways");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                wrong.AddRange((await page.WhatAxeFinds()).Select(found => $"{found} ({scheme}, {width} px)"));
            }
        }
    }
}

/// <summary>Which pages a house has, and which of them have been shown.</summary>
internal sealed class Shown : IStartupFilter
{
    private readonly ConcurrentDictionary<string, bool> routes = new();

    public void Watch(WebApplicationBuilder house) => house.Services.AddSingleton<IStartupFilter>(this);

    public bool Has(string route) => routes.ContainsKey(route);

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => house =>
    {
        house.Use(async (context, answer) =>
        {
            await answer(context);
            if (HttpMethods.IsGet(context.Request.Method) && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && context.GetEndpoint() is RouteEndpoint asked)
                routes[RouteOf(asked)] = true;
        });
        next(house);
    };

    /// <summary>Every address that a browser may open, but for styles, scripts and pictures.</summary>
    public static IEnumerable<string> RoutesOf(EndpointDataSource house) => house.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) ?? true)
        .Select(RouteOf).Distinct();

    private static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
