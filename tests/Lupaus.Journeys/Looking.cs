using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Lupaus.Journeys;

/// <summary>What people see on a page, and what must not stand in their way.</summary>
internal static class Looking
{
    public static async Task Sees(this IPage page, string text)
    {
        await page.GetByText(text).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>For what stands there already: nothing is waited for.</summary>
    public static async Task DoesNotSee(this IPage page, string text) => (await page.GetByText(text).CountAsync()).ShouldBe(0, text);

    /// <summary>The heading says where one is.</summary>
    public static async Task IsAt(this IPage page, string heading)
    {
        await page.GetByRole(AriaRole.Heading, new() { Name = heading }).First.WaitForAsync();
        // What a page's scripts add is there from now on: they run before this.
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>The live promise on a customer's own page.</summary>
    public static ILocator PromiseCard(this IPage page, string label = "Lupauksemme sinulle") => page.GetByRole(AriaRole.Article, new() { Name = label });

    /// <summary>What is wrong with a field is said at the field: whoever hears the page hears it with the field's name.</summary>
    public static async Task IsToldAt(this IPage page, string field, string words)
    {
        await Assertions.Expect(page.Locator(field)).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(words)));
        await page.Locator("p.error").GetByText(words).WaitForAsync();
    }

    /// <summary>A phone shows it all without sideways scrolling.</summary>
    public static async Task FitsTheScreen(this IPage page) => (await page.FitsItsWidth()).ShouldBeTrue($"{page.Url} has to be scrolled sideways.");

    public static Task<bool> FitsItsWidth(this IPage page) =>
        page.EvaluateAsync<bool>("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth");

    /// <summary>A label with such an id belongs to the first of them alone.</summary>
    public static Task<string[]> IdsThatStandTwice(this IPage page) =>
        page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) < i)");

    /// <summary>Nothing on the page stands in the way of anybody: axe finds no violation. It needs scripts to look.</summary>
    public static async Task IsOpenToEverybody(this IPage page, bool withScripts = true)
    {
        if (withScripts)
            (await page.WhatAxeFinds()).ShouldBeEmpty();
    }

    /// <summary>Only what is wrong comes back from the page: all that axe approves of would be megabytes.</summary>
    public static async Task<string[]> WhatAxeFinds(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(' | ')}`)
            """);
        return [.. found.Select(what => $"{page.Url}: {what}")];
    }

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());
}
