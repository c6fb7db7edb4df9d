namespace Lupaus.Work.Search;

/// <summary>One word as an index keeps it: as it stands, its dictionary form, what else it may be, what it is made of, its stems (with "~").</summary>
public sealed record IndexedWord(string Surface, string Lemma, IReadOnlyList<string> Others, IReadOnlyList<string> Parts, IReadOnlyList<string> Stems);

/// <summary>A word that is looked for.</summary>
/// <param name="Lemmas">Its dictionary forms, the likeliest first.</param>
/// <param name="IsPrefix">It is still being typed.</param>
public sealed record SoughtWord(string Surface, IReadOnlyList<string> Lemmas, IReadOnlyList<string> Stems, bool IsPrefix = false);

/// <summary>Words that stand side by side; mostly there is one.</summary>
public sealed record SoughtPhrase(IReadOnlyList<SoughtWord> Words);
