namespace Lupaus.Web.Ground.Identity;

/// <summary>A browser and what it runs on, by the names people know; null where it doesn't say.</summary>
public sealed record Device(string? Browser, string? System)
{
    // Browsers name each other for old times' sake: the most particular name comes first.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Vivaldi", "Vivaldi"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static Device Read(string userAgent) => new(Named(Browsers, userAgent), Named(Systems, userAgent));

    public override string ToString() => string.Join(", ", new[] { Browser, System }.OfType<string>());

    private static string? Named((string Mark, string Name)[] names, string text) =>
        names.Where(n => text.Contains(n.Mark, StringComparison.Ordinal)).Select(n => n.Name).FirstOrDefault();
}
