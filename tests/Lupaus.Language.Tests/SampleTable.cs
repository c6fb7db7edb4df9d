namespace Lupaus.Language.Tests;

/// <summary>The rows of samples/language/NAME.tsv; lines that begin with "# " tell where they are from.</summary>
internal static class SampleTable
{
    public static IEnumerable<string[]> Read(string name) =>
        File.ReadLines(Path.Combine(FindRoot(), "samples", "language", name + ".tsv"))
            .Where(line => line != "" && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line.Split('\t'));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lupaus.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run from within the repository.");
        return folder;
    }
}
