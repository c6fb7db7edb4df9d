namespace Lupaus.Language.Names;

/// <summary>
/// How well a person is the one that was asked for: 1 for the very name, about .95 for an inflected one, .5 and less for what is hardly alike.
/// Show the best as a list: two people may have one name, and "Lehtosen" is of Lehtonen though it looks like Lehto.
/// </summary>
public static class NameMatch
{
    private const double Inflected = .97, Initial = .6, LeastAlike = .55;

    public static double Score(string query, NameKeys keys) => Score(NameQuery.Of(query), keys);

    /// <inheritdoc cref="Score(string, NameKeys)"/>
    public static double Score(NameQuery query, NameKeys keys)
    {
        if (query.Words.Count == 0 || keys.Words.Count == 0)
            return 0;
        var word = ByWords(query.Words, keys.Words, out var matched, out var letters);
        var joined = query.Words.Count == keys.Words.Count && word > .8 ? 0 : Joined(query.Joined, keys.Joined);
        if (Math.Max(word, joined) == 0)
            return 0;
        // Of two that are alike the better is the one whose whole name was said, and whose dots were.
        return .96 * Math.Max(word, joined) + .03 * matched / keys.Words.Count + .01 * letters;
    }

    /// <summary>Each word asked for takes the name's word that is most like it, the longest first; each counts by its length.</summary>
    private static double ByWords(IReadOnlyList<NameWord> asked, IReadOnlyList<NameWord> names, out int matched, out double letters)
    {
        Span<bool> taken = stackalloc bool[names.Count];
        var (sum, weight) = (0.0, 0.0);
        (matched, letters) = (0, 0);
        foreach (var word in asked)
        {
            var (best, at) = (0.0, -1);
            for (var i = 0; i < names.Count; i++)
                if (!taken[i] && Alike(word, names[i]) is var alike && alike > best)
                    (best, at) = (alike, i);
            weight += word.Folded.Length;
            if (at < 0)
                continue;
            taken[at] = true;
            matched++;
            sum += best * word.Folded.Length;
            letters = Math.Max(letters, SameBeginning(word.Written, names[at].Written));
        }
        return sum / weight;
    }

    private static double Alike(NameWord asked, NameWord name)
    {
        var best = 0.0;
        foreach (var spelling in asked.Spellings)
            best = Math.Max(best, Alike(spelling, name));
        return best;
    }

    private static double Alike(string asked, NameWord name)
    {
        if (name.Spellings.Contains(asked))
            return 1;
        if (asked.Length == 1)
            return name.Folded[0] == asked[0] ? Initial : 0;
        var best = name.Folded.StartsWith(asked, StringComparison.Ordinal) ? .75 + .2 * asked.Length / name.Folded.Length : 0;
        foreach (var stem in name.Stems)
            best = Math.Max(best, AlikeBeforeEnding(asked, stem));
        return best;
    }

    /// <summary>The word less any ending it may have, against a stem.</summary>
    private static double AlikeBeforeEnding(string asked, string stem)
    {
        if (asked.StartsWith(stem, StringComparison.Ordinal) && NameEndings.Contain(asked.AsSpan(stem.Length)))
            return Inflected;
        var best = 0.0;
        var longest = Math.Min(asked.Length, stem.Length + 2);
        for (var length = Math.Max(2, stem.Length - 2); length <= longest; length++)
            if (NameEndings.Contain(asked.AsSpan(length)))
                best = Math.Max(best, Closeness.Of(asked.AsSpan(0, length), stem) - (length < asked.Length ? .03 : 0));
        return best < LeastAlike ? 0 : .9 * best;
    }

    /// <summary>"maijavirtanen", "hautaaho": words run together or parted.</summary>
    private static double Joined(string asked, string[] stems)
    {
        var best = 0.0;
        foreach (var stem in stems)
            best = Math.Max(best, AlikeBeforeEnding(asked, stem));
        return best * .98;
    }

    private static double SameBeginning(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        return (double)same / other.Length;
    }
}
