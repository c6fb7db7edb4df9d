using Microsoft.Playwright;

namespace Lupaus.Journeys;

/// <summary>What people do with a page, in their words.</summary>
internal static class Doing
{
    public static Task Presses(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task Follows(this IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public static Task Types(this IPage page, string label, string text) => page.GetByLabel(label).FillAsync(text);

    public static async Task SignsIn(this IPage page, string email, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.Types("Sähköposti", email);
        await page.Types("Salasana", password);
        await page.Presses("Kirjaudu");
    }

    public static async Task SignsOut(this IPage page)
    {
        await page.GotoAsync("/me");
        await page.Presses("Kirjaudu ulos");
        await page.WaitForURLAsync("**/sign-in");
    }

    public static async Task WritesToUs(this IPage page, string reach, string message)
    {
        await page.GotoAsync("/");
        await page.Locator("#reach").FillAsync(reach);
        await page.Locator("#message").FillAsync(message);
        await page.Presses("Lähetä viesti");
        await page.WaitForURLAsync("**/t/**");
    }

    /// <summary>What they get when they press a file's name.</summary>
    public static async Task<byte[]> Fetches(this IPage page, string file)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = file }).ClickAsync());
        download.SuggestedFilename.ShouldBe(file);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    public static FilePayload AFile(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
