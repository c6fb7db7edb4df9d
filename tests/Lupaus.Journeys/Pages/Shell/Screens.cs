using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>Pictures of pages, taken when somebody asks for them: bin/screens names the folder.</summary>
internal static partial class Screens
{
    private const int Tallest = 2400;

    private static readonly ConcurrentDictionary<string, int> Taken = new();

    /// <summary>Null when pages are looked at for what shuts people out, and no pictures are wanted.</summary>
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("LUPAUS_SCREENS");

    /// <summary>The page's name in the folder: its address without what is another one each time.</summary>
    public static string NameOf(string url)
    {
        var path = Numbers().Replace(References().Replace(Tokens().Replace(new Uri(url).PathAndQuery, "/$1/one"), "/desk/ticket"), "/one");
        var name = Signs().Replace(path.Trim('/'), "-") is { Length: > 0 } known ? known : "front";
        var times = Taken.AddOrUpdate(name, 1, (_, before) => before + 1);
        return times == 1 ? name : $"{name}-{times}";
    }

    public static async Task Take(IPage page, string name, ColorScheme scheme, int width)
    {
        var height = Math.Min(Tallest, await page.EvaluateAsync<int>("document.scrollingElement.scrollHeight"));
        var session = await page.Context.NewCDPSessionAsync(page);
        var picture = await session.SendAsync("Page.captureScreenshot", new()
        {
            ["format"] = "webp",
            ["quality"] = 55,
            ["captureBeyondViewport"] = true,
            ["clip"] = new Dictionary<string, object> { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = height, ["scale"] = 1 },
        });
        await session.DetachAsync();
        Directory.CreateDirectory(Folder!);
        await File.WriteAllBytesAsync(Path.Combine(Folder!, $"{name}.{width}.{scheme.ToString().ToLowerInvariant()}.webp"), Convert.FromBase64String(picture!.Value.GetProperty("data").GetString()!));
    }

    [GeneratedRegex("/(t|invitation|recovery)/[^/?]{20,}")]
    private static partial Regex Tokens();

    [GeneratedRegex("/desk/[0-9A-HJKMNP-TV-Z]{7}(?=[/?]|$)")]
    private static partial Regex References();

    [GeneratedRegex(@"/\d{6,}")]
    private static partial Regex Numbers();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Signs();
}
