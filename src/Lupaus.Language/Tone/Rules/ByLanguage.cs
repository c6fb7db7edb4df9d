using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>Wordings of the three languages; only those of the draft's own are looked for.</summary>
internal sealed class ByLanguage<T>
{
    public PatternList<T> Finnish { get; } = new();

    public PatternList<T> Swedish { get; } = new();

    public PatternList<T> English { get; } = new();

    public IEnumerable<(int First, int Last, T Value)> In(Draft draft)
    {
        (TextLanguage Language, PatternList<T> Patterns)[] all = [(TextLanguage.Finnish, Finnish), (TextLanguage.Swedish, Swedish), (TextLanguage.English, English)];
        return all.Where(one => draft.IsIn(one.Language)).SelectMany(one => one.Patterns.In(draft));
    }
}
