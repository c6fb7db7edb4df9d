using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Lupaus.Web.Looks;

/// <summary>
/// All the words people read, in three languages. Every room keeps its own in <c>…Words.resx</c> (English),
/// <c>…Words.fi.resx</c> and <c>…Words.sv.resx</c>; they are found and loaded when the program starts.
/// </summary>
public sealed class Words
{
    private readonly FrozenDictionary<LanguageCode, Phrases> phrases;

    public Words() : this(typeof(Words).Assembly) { }

    internal Words(Assembly assembly) =>
        phrases = Enum.GetValues<LanguageCode>().ToFrozenDictionary(l => l, l => new Phrases(l, Load(assembly, l)));

    public Phrases In(LanguageCode language) => phrases[language];

    private static FrozenDictionary<string, string> Load(Assembly assembly, LanguageCode language)
    {
        var texts = new Dictionary<string, (string Text, string File)>();
        foreach (var (file, key, text) in Entries(assembly, language))
        {
            if (texts.TryGetValue(key, out var other))
                throw new InvalidOperationException($"The words of \"{key}\" stand in both {other.File} and {file}.");
            texts[key] = (text, file);
        }
        return texts.ToFrozenDictionary(t => t.Key, t => t.Value.Text);
    }

    private static IEnumerable<(string File, string Key, string Text)> Entries(Assembly assembly, LanguageCode language)
    {
        // English is the neutral set inside the program; the others are satellites beside it.
        var (home, ending) = language is LanguageCode.En
            ? (assembly, "Words.resources")
            : (assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo(language.Code())), $"Words.{language.Code()}.resources");

        foreach (var file in home.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var reader = new ResourceReader(home.GetManifestResourceStream(file)!);
            foreach (DictionaryEntry entry in reader)
                yield return (file, (string)entry.Key, (string)entry.Value!);
        }
    }
}
