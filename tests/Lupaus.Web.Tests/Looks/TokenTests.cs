using System.Globalization;
using System.Text.RegularExpressions;

namespace Lupaus.Web.Tests.Looks;

/// <summary>Reads the source files themselves: what is in them is what is shown.</summary>
public sealed partial class TokenTests
{
    private static readonly string Web = Path.Combine(Lupaus.Web.Tests.Sources.Root, "src", "Lupaus.Web");
    private static readonly string[] Themes = File.ReadAllText(Path.Combine(Web, "wwwroot", "css", "tokens.css")).Split("@media (prefers-color-scheme: dark)");
    private static readonly Dictionary<string, string> Light = Colours(Themes[0]);
    private static readonly Dictionary<string, string> Dark = Colours(Themes[1]);

    [Theory]
    [InlineData("ink"), InlineData("ink-soft"), InlineData("ink-faint"), InlineData("accent"), InlineData("accent-strong"), InlineData("amber"), InlineData("red"), InlineData("red-strong")]
    public void Every_ink_can_be_read_on_every_ground(string ink)
    {
        foreach (var ground in new[] { "sunken", "paper", "surface", "accent-soft", "amber-soft", "red-soft", "note" })
            foreach (var theme in new[] { Light, Dark })
                Contrast(theme[ink], theme[ground]).ShouldBeGreaterThanOrEqualTo(4.5, $"{ink} on {ground}, {(theme == Light ? "light" : "dark")}");
    }

    [Theory]
    [InlineData("on-accent", "accent", 4.5), InlineData("on-accent", "accent-strong", 4.5), InlineData("on-red", "red", 4.5)]
    [InlineData("line-field", "surface", 3), InlineData("line-field", "paper", 3), InlineData("focus", "surface", 3), InlineData("focus", "paper", 3), InlineData("focus", "sunken", 3)]
    public void What_one_must_see_to_use_stands_out(string mark, string ground, double atLeast)
    {
        Contrast(Light[mark], Light[ground]).ShouldBeGreaterThanOrEqualTo(atLeast);
        Contrast(Dark[mark], Dark[ground]).ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public void Every_icon_asked_for_is_in_the_list()
    {
        var listed = File.ReadAllLines(Path.Combine(Web, "Looks", "icons.txt"));
        var asked = Sources("*.razor").SelectMany(f => AskedIcon().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value));

        asked.Except(listed).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_styles_itself_inline() =>
        Sources("*.razor").Where(f => File.ReadAllText(f).Contains(" style=")).ShouldBeEmpty("the content security policy forbids it");

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Web, pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Web, f).StartsWith("obj") && !Path.GetRelativePath(Web, f).StartsWith("node_modules"));

    private static Dictionary<string, string> Colours(string css) =>
        Colour().Matches(css).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    /// <summary>WCAG 2.2, relative luminance and contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        double[] light = [Luminance(one), Luminance(other)];
        return (light.Max() + 0.05) / (light.Min() + 0.05);
    }

    private static double Luminance(string hex)
    {
        var parts = new[] { 0, 2, 4 }.Select(i => int.Parse(hex.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex(@"--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex Colour();

    [GeneratedRegex(@"(?:<Icon Name|\bIcon)=""([a-z0-9-]+)""")]
    private static partial Regex AskedIcon();
}
