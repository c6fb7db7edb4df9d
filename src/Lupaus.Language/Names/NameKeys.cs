namespace Lupaus.Language.Names;

/// <summary>What a name can be found by. Made once for each person and kept beside them.</summary>
public sealed class NameKeys
{
    /// <summary>No name has more words that count.</summary>
    private const int MostWords = 8;

    private NameKeys(string name)
    {
        Words = [.. NameWord.AllOf(name).Take(MostWords)];
        Folded = string.Join(' ', Words.Select(word => word.Folded));
        Stems = [.. Words.SelectMany(word => word.Stems).Distinct()];
        Joined = [.. NameStems.Of(string.Concat(Words.Select(word => word.Folded))).Concat(NameStems.Of(string.Concat(Words.Reverse().Select(word => word.Folded)))).Distinct()];
        Trigrams = Names.Trigrams.Of(Words.SelectMany(word => word.Spellings));
    }

    /// <summary>The name in small letters without marks, as <c>wright</c> and <c>wirtanen</c> are heard: "maija virtanen".</summary>
    public string Folded { get; }

    /// <summary>Each word of it and what stands before its Finnish endings: "virtanen", "virtase", "virtas". One of <see cref="NameQuery.Stems"/> is among them when somebody asks for it rightly.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>Runs of three letters, for those who ask for it wrongly.</summary>
    public IReadOnlyList<string> Trigrams { get; }

    internal IReadOnlyList<NameWord> Words { get; }

    /// <summary>What the whole name is when it is written as one word, either way round, before its endings.</summary>
    internal string[] Joined { get; }

    /// <summary>Of any text; one without letters has no keys.</summary>
    public static NameKeys Of(string name) => new(name);
}
