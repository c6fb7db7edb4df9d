using System.Text;
using Lupaus.Language.Morphology;

namespace Lupaus.Language.Tests.Morphology;

/// <summary>What our walk writes for a word, as libvoikko shows it.</summary>
internal sealed class Outputs(string[] symbols) : IPaths
{
    private readonly HashSet<string> all = [];

    public static HashSet<string> Of(Finnish finnish, string word)
    {
        var outputs = new Outputs(finnish.Symbols);
        finnish.Paths(word, outputs);
        return outputs.all;
    }

    public bool Found(ReadOnlySpan<ushort> written)
    {
        var text = new StringBuilder();
        foreach (var symbol in written)
            text.Append(symbols[symbol]);
        all.Add(text.ToString());
        return true;
    }
}
