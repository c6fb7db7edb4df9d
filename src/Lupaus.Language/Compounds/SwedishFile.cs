namespace Lupaus.Language.Compounds;

/// <summary>Where a dictionary of Swedish for Hunspell lies on a machine: Finland's (<c>sv_FI.dic</c>) or else Sweden's, each with its .aff file beside it.</summary>
public static class SwedishFile
{
    private static readonly string[] names = ["sv_FI.dic", "sv_SE.dic"];

    /// <summary>In the folder that was named, or beside the file that was; else beside the program, or where the system keeps it. Null when there is none.</summary>
    public static string? Find(string? named) => Places(named).SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(file => File.Exists(file) && File.Exists(Path.ChangeExtension(file, ".aff")));

    private static IEnumerable<string> Places(string? named)
    {
        if (!string.IsNullOrWhiteSpace(named))
            yield return Directory.Exists(named) ? named : Path.GetDirectoryName(named) ?? "";
        yield return Path.Combine(AppContext.BaseDirectory, "dictionary");
        foreach (var system in new[] { "/usr/share", "/usr/local/share", "/opt/homebrew/share" })
            yield return Path.Combine(system, "hunspell");
    }
}
