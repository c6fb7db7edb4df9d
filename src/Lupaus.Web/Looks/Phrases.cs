using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Lupaus.Web.Looks;

/// <summary>The words of one language. A missing key or an unfilled placeholder is our fault and throws.</summary>
public sealed partial class Phrases
{
    private readonly FrozenDictionary<string, string> texts;

    internal Phrases(LanguageCode language, FrozenDictionary<string, string> texts) => (Language, this.texts) = (language, texts);

    public LanguageCode Language { get; }

    public string this[string key] => texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"There are no words for \"{key}\" in {Language.Code()}.");

    internal IEnumerable<KeyValuePair<string, string>> All => texts;

    /// <summary>Fills <c>{name}</c> with its value. Values are ready forms ("tänään klo 14"): nothing is inflected here.</summary>
    public string Say(string key, params (string Name, string Value)[] with) =>
        Fill(key, with.ToDictionary(w => w.Name, w => w.Value));

    /// <summary>Why not, in words for a person: the text of "refusal." and the refusal's key, filled with its details.</summary>
    public string Refusal(Refusal refusal)
    {
        var key = $"refusal.{refusal.Key}";
        return texts.ContainsKey(key) ? Fill(key, refusal.Details) : this["refusal.unknown"];
    }

    /// <summary>Whether there are words of this key, and they have no blanks to fill.</summary>
    public bool SaysWhole(string key) => texts.TryGetValue(key, out var text) && !Placeholder().IsMatch(text);

    internal static IEnumerable<string> PlaceholdersIn(string text) => Placeholder().Matches(text).Select(m => m.Groups[1].Value);

    private string Fill(string key, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(this[key], found => values.TryGetValue(found.Groups[1].Value, out var value)
            ? value
            : throw new ArgumentException($"The words of \"{key}\" need {found.Value}."));

    [GeneratedRegex(@"\{([a-z][A-Za-z0-9]*)\}")]
    private static partial Regex Placeholder();
}
