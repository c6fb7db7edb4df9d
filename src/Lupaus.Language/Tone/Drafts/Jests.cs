namespace Lupaus.Language.Tone.Drafts;

/// <summary>
/// Sentences that smile: with ":)" or a laughing face in them or right after. What sounds unsure or helpless there is meant in fun; blame with a smile is blame still.
/// </summary>
internal sealed class Jests(Draft draft)
{
    private const int RightAfter = 4;

    private static readonly string[] smiles = [":)", ";)", ":-)", ";-)", ":D", "😀", "😁", "😂", "😃", "😄", "😅", "😆", "😉", "😊", "🙂", "🤣"];

    private readonly Dictionary<int, bool> known = [];

    public bool Spare(ToneMark mark) => mark.Rule is "hedging" or "unknown" or "no-way-on" && Smiles(draft.SentenceAt(mark.Span.Start));

    private bool Smiles(Sentence sentence) => known.TryGetValue(sentence.First, out var smiles) ? smiles : known[sentence.First] = Smiles(draft.Text, sentence);

    private static bool Smiles(string text, Sentence sentence)
    {
        var near = text.AsSpan(sentence.Span.Start, Math.Min(text.Length - sentence.Span.Start, sentence.Span.Length + RightAfter));
        foreach (var smile in smiles)
            if (near.Contains(smile, StringComparison.Ordinal))
                return true;
        return false;
    }
}
