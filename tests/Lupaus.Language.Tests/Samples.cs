namespace Lupaus.Language.Tests;

/// <summary>The sets of samples/language: tab-separated, with a comment that says where each is from and a line of column names.</summary>
public static class Samples
{
    public static IReadOnlyList<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(FindRoot(), "samples", "language", name)).Where(line => !line.StartsWith('#')).ToList();
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second.Replace("\\n", "\n")))];
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "samples")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("samples");
        return folder;
    }
}
