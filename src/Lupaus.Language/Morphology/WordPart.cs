using System.Text;

namespace Lupaus.Language.Morphology;

/// <summary>
/// One part of a word as the transducer writes it, between [Bc] and [Bc]: <c>[Xp]laaja=kaista[X]laaja[Bm]kaist[Sg][Ny]an</c> has a base
/// (with "=" where it is itself made of two), its own letters, and perhaps <c>[Xj]…[X]</c>, what a derivation adds to the letters before it:
/// <c>[Xp]palvella[X]palveli[Ln][Xj]ja[X]</c> is "palvelija".
/// </summary>
internal sealed class WordPart
{
    private readonly StringBuilder letters = new();
    private readonly List<int> joints = [];
    private string? ending;
    private int endingAt;

    public WordPart(ReadOnlySpan<ushort> written, string[] symbols)
    {
        for (var i = 0; i < written.Length; i++)
        {
            var symbol = symbols[written[i]];
            if (symbol.Length == 1)
                letters.Append(symbol);
            else if (symbol is "[Bm]")
                joints.Add(letters.Length);
            else if (symbol is "[Xp]")
                Base = Bracketed(written, symbols, ref i);
            else if (symbol is "[Xj]")
                (ending, endingAt) = (Bracketed(written, symbols, ref i), letters.Length);
            else if (symbol is "[Xr]")
                _ = Bracketed(written, symbols, ref i);
        }
    }

    /// <summary>The dictionary form of what the part is made of: "palvella" of "palvelijalle"; "laaja=kaista".</summary>
    public string Base { get; } = "";

    /// <summary>Each thing the part is made of: its letters as they stand here, and its lemma.</summary>
    public IEnumerable<(string Letters, string Lemma)> Pieces()
    {
        var bases = Base.Split('=');
        var whole = bases.Length == 1 || joints.Count != bases.Length - 1;
        if (whole)
            return [(letters.ToString(), Lemma(0, string.Concat(bases)))];
        int[] starts = [0, .. joints];
        int[] ends = [.. joints, letters.Length];
        return bases.Select((b, i) => (letters.ToString(starts[i], ends[i] - starts[i]), i < bases.Length - 1 ? b : Lemma(starts[i], b)));
    }

    private string Lemma(int start, string stem) =>
        ending is null || endingAt < start ? stem.Length > 0 ? stem : letters.ToString(start, letters.Length - start) :
        letters.ToString(start, endingAt - start) + ending;

    private static string Bracketed(ReadOnlySpan<ushort> written, string[] symbols, ref int i)
    {
        var text = new StringBuilder();
        for (i++; i < written.Length && symbols[written[i]] is not "[X]"; i++)
            text.Append(symbols[written[i]]);
        return text.ToString();
    }
}
