using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Pieces;

/// <summary>
/// What the words around a time tell of it: "tilasin maanantaina" is over, "juna lähtee 14.20" lies ahead, "avoinna klo 17 asti"
/// is neither. Words tell it of their own clause only.
/// </summary>
internal sealed class Clauses
{
    private readonly int[] clauseOf;
    private readonly List<HashSet<Slot>> cues = [[]];

    public Clauses(List<Token> tokens)
    {
        clauseOf = new int[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Known?.Is(Slot.And) == true)
                cues.Add(cues[^1].Contains(Slot.Past) ? [Slot.Past] : []);
            else if (Parts(tokens, i))
                cues.Add([]);
            clauseOf[i] = cues.Count - 1;
            Note(tokens[i].Known, i + 1 < tokens.Count ? tokens[i + 1].Known : null);
        }
    }

    public bool TellsOf(Slot cue, Group group) => cues[clauseOf[group.First]].Contains(cue) || cues[clauseOf[group.End - 1]].Contains(cue);

    /// <summary>"Should have come" does not look ahead, as "should come" does.</summary>
    private void Note(KnownWord? word, KnownWord? next)
    {
        foreach (var cue in (ReadOnlySpan<Slot>)[Slot.Past, Slot.Ahead, Slot.Departure, Slot.Opening])
        {
            if (word?.Is(cue) == true && !(cue == Slot.Ahead && next?.Text is "have" or "olla" or "ha"))
                cues[^1].Add(cue);
        }
    }

    private static bool Parts(List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.Kind == TokenKind.Sign)
            return (char)token.Value is ';' or '!' or '?' or ',' || (token.Value == '.' && EndsSentence(tokens, i));
        return token.Kind == TokenKind.Break || token.Known?.Is(Slot.ClauseBreak) == true;
    }

    /// <summary>The dot of "kl." and "24." does not, but before a capital or the end.</summary>
    private static bool EndsSentence(List<Token> tokens, int i) =>
        i + 1 >= tokens.Count || tokens[i + 1].IsCapital || tokens[i + 1].Kind == TokenKind.Break
        || (i > 0 && tokens[i - 1] is { Kind: TokenKind.Word, Span.Length: > 3 } && !tokens[i + 1].IsGlued);
}
