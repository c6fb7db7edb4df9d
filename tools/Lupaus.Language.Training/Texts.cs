using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lupaus.Language.Training;

/// <summary>A sentence or a label as a list of words that count, in one language ("fi", "nb"), out of one package.</summary>
internal sealed record Sentence(string Language, string Source, string[] Words);

internal static partial class Texts
{
    private static readonly string[] Languages = ["fi", "sv", "en", "et", "nb", "nn", "da", "de", "nl", "fr", "es", "it", "pt", "pl", "cs", "hu", "lv", "lt", "tr", "ro"];
    private static readonly string[] HeldSources = ["widelands-data", "freedink-data", "libreoffice-help-et"];
    private const string EnglishHelp = "libreoffice-help-en-us";

    public static List<Sentence> Read(string folder, bool held)
    {
        var found = new List<Sentence>();
        foreach (var package in Directory.GetDirectories(Path.Combine(folder, "x")).Order(StringComparer.Ordinal))
            if (HeldSources.Contains(Path.GetFileName(package)) == held || Path.GetFileName(package) == EnglishHelp)
                ReadPackage(package, found);
        return [.. WithoutUntranslated(found).Where(sentence => !held || sentence.Source != EnglishHelp)];
    }

    /// <summary>Help pages keep in English what nobody has translated yet.</summary>
    private static List<Sentence> WithoutUntranslated(List<Sentence> found)
    {
        var texts = found.Select(sentence => (sentence.Language, Text: string.Join(' ', sentence.Words), Sentence: sentence)).DistinctBy(one => (one.Language, one.Text)).ToList();
        var english = texts.Where(one => one.Language == "en").Select(one => one.Text).ToHashSet();
        return [.. texts.Where(one => one.Language == "en" || !english.Contains(one.Text)).Select(one => one.Sentence)];
    }

    private static void ReadPackage(string package, List<Sentence> found)
    {
        var source = Path.GetFileName(package);
        foreach (var file in Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".mo", StringComparison.Ordinal) && LanguageOf(TranslationName().Match(file)) is { } language)
                foreach (var (original, translation) in Translations.Read(file))
                {
                    if (language == "fi")
                        Add("en", original);
                    if (translation != original)
                        Add(language, translation, original);
                }
            else if (file.EndsWith(".json", StringComparison.Ordinal) && file.Contains("/i18n/") && Languages.Contains(Path.GetFileNameWithoutExtension(file)))
                foreach (var text in MessagesOf(file))
                    Add(Path.GetFileNameWithoutExtension(file), text);
            else if (file.EndsWith(".html", StringComparison.Ordinal) && LanguageOf(PageName().Match(file)) is { } pageLanguage)
                foreach (Match paragraph in Paragraph().Matches(File.ReadAllText(file)))
                    Add(pageLanguage, paragraph.Groups[1].Value);
        }

        void Add(string language, string text, string original = "")
        {
            foreach (var sentence in SentenceEnd().Split(WebUtility.HtmlDecode(Markup().Replace(text, " "))))
            {
                var words = Words.Of(Accelerator().Replace(sentence, ""));
                if (words.Length > 0 && !IsLeftUntranslated(words, original))
                    found.Add(new Sentence(language, source, words));
            }
        }
    }

    /// <summary>Translations that keep half of the words of the original are names and commands.</summary>
    private static bool IsLeftUntranslated(string[] words, string original) =>
        original != "" && words.Count(word => original.Contains(word, StringComparison.OrdinalIgnoreCase)) * 2 >= words.Length;

    private static string? LanguageOf(Match match) => match.Success && Languages.Contains(match.Groups[1].Value) ? match.Groups[1].Value : null;

    private static IEnumerable<string> MessagesOf(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var message in json.RootElement.EnumerateObject())
            if (message.Value.ValueKind == JsonValueKind.String)
                yield return message.Value.GetString()!;
    }

    [GeneratedRegex(@"[/-]([a-z]{2})(?:_[A-Z]{2})?(?:/LC_MESSAGES/[^/]*)?\.mo$")]
    private static partial Regex TranslationName();

    [GeneratedRegex(@"/(?:help|html|installation-guide-amd64|aptitude)/([a-z]{2})(?:-US)?/.*\.html$")]
    private static partial Regex PageName();

    [GeneratedRegex(@"<p(?:\s[^>]*)?>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"<[^>]*>|\{\{.*?\}\}|\[\[.*?\]\]|\$\{?\w+\}?|%[\w()<>$.*-]*|&lt;.*?&gt;|https?:\S+|\{[^}]*\}|\\[nt]")]
    private static partial Regex Markup();

    [GeneratedRegex(@"[.!?:;]\s+|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[_&~](?=\p{L})")]
    private static partial Regex Accelerator();
}
