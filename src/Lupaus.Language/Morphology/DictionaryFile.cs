namespace Lupaus.Language.Morphology;

/// <summary>Where Voikko's dictionary lies on a machine: the file <c>mor.vfst</c>, with <c>index.txt</c> beside it.</summary>
public static class DictionaryFile
{
    private const string Name = "mor.vfst";

    /// <summary>
    /// The file or folder that was named; else the one beside the program, the system's or the user's own. Null when there is none, or none
    /// where it was said to be.
    /// </summary>
    public static string? Find(string? named) => string.IsNullOrWhiteSpace(named)
        ? Places().Select(FileIn).FirstOrDefault(File.Exists)
        : new[] { named, FileIn(named) }.FirstOrDefault(File.Exists);

    /// <summary>The dictionary's own number ("2.5"), which is part of what an index was made with; empty when it doesn't say.</summary>
    public static string VersionOf(string file)
    {
        var index = Path.Combine(Path.GetDirectoryName(file) ?? "", "index.txt");
        if (!File.Exists(index))
            return "";
        var line = File.ReadLines(index).FirstOrDefault(l => l.StartsWith("SM-Version:", StringComparison.Ordinal));
        return line is null ? "" : line["SM-Version:".Length..].Trim();
    }

    private static string FileIn(string folder) => Path.Combine(folder, Name);

    private static IEnumerable<string> Places()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "dictionary");
        foreach (var system in new[] { "/usr/lib", "/usr/share", "/usr/local/lib", "/usr/local/share", "/opt/homebrew/lib", "/etc" })
            yield return Path.Combine(system, "voikko", "5", "mor-standard");
        yield return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".voikko", "5", "mor-standard");
    }
}
