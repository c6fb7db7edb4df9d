using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Phrases;

/// <summary>What a phrase means there and then; null when it means nothing after all ("31. helmikuuta").</summary>
internal delegate Piece? Meaning(Said said, Now now);

/// <summary>
/// One way to say a time, as it is written in the tables: words, "|" between those that do equally well, "_" within one of several words,
/// "&lt;slot&gt;" for what varies, "?" after what may be missing, "&amp;" before what must follow but is no part of it.
/// </summary>
internal sealed class Phrase(IReadOnlyList<PhrasePlace> places, Meaning meaning)
{
    public Meaning Meaning => meaning;

    /// <summary>Where the phrase ends that begins there, or 0.</summary>
    public int Match(Said said, int at) => Match(said, at, 0);

    public IEnumerable<PhraseChoice> Beginnings()
    {
        foreach (var place in places)
        {
            foreach (var choice in place.Choices)
                yield return choice;
            if (!place.IsOptional)
                yield break;
        }
    }

    private int Match(Said said, int at, int place)
    {
        if (place == places.Count)
            return at;
        foreach (var choice in places[place].Choices)
        {
            var end = choice.Match(said, at);
            if (end > 0 && Match(said, places[place].IsAhead ? at : end, place + 1) is > 0 and var whole)
                return whole;
        }
        return places[place].IsOptional ? Match(said, at, place + 1) : 0;
    }
}

internal sealed record PhrasePlace(IReadOnlyList<PhraseChoice> Choices, bool IsOptional, bool IsAhead);

/// <summary>Either a slot or a row of words and signs.</summary>
internal sealed record PhraseChoice(Slot? Slot, IReadOnlyList<Token> Tokens)
{
    public int Match(Said said, int at)
    {
        if (Slot is { } slot)
            return SlotReading.Read(slot, said, at);
        if (at + Tokens.Count > said.Tokens.Count)
            return 0;
        for (var i = 0; i < Tokens.Count; i++)
        {
            var (wanted, there) = (Tokens[i], said.Tokens[at + i]);
            var isThere = wanted.IsDash ? there.IsDash : wanted.Kind == there.Kind && wanted.Value == there.Value && wanted.Known == there.Known;
            if (!isThere)
                return 0;
        }
        return at + Tokens.Count;
    }
}
