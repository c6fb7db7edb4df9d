using System.Globalization;

namespace Lupaus.Web.Ground.Files;

public static class FileSize
{
    /// <summary>As people say it: "312 kt" or "2,4 Mt" in Finnish, "312 kB" or "2.4 MB" elsewhere. Units of a thousand (SI).</summary>
    public static string ForPeople(long bytes, LanguageCode language)
    {
        var (kilo, mega) = language == LanguageCode.Fi ? ("kt", "Mt") : ("kB", "MB");
        if (bytes < 1_000_000)
            return $"{Math.Max(1, (bytes + 500) / 1000)}\u00a0{kilo}";
        var millions = (bytes / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture);
        return $"{(language == LanguageCode.En ? millions : millions.Replace('.', ','))}\u00a0{mega}";
    }
}
