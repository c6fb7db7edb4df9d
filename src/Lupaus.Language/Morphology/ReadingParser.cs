namespace Lupaus.Language.Morphology;

/// <summary>
/// Makes a <see cref="Reading"/> of what the transducer wrote, such as
/// <c>[Ln][Xp]juna[X]jun[Sn][Ny]a[Bh][Bc][Ln][Xp]lippu[X]lipu[Sg][Ny]n</c>, where [Bc] parts a compound.
/// </summary>
internal static class ReadingParser
{
    public static Reading Read(ReadOnlySpan<ushort> written, string[] symbols, ushort boundary)
    {
        var pieces = new List<(string Letters, string Lemma)>(2);
        var rest = written;
        for (var end = rest.IndexOf(boundary); end >= 0; end = rest.IndexOf(boundary))
        {
            pieces.AddRange(new WordPart(rest[..end], symbols).Pieces());
            rest = rest[(end + 1)..];
        }
        var last = new WordPart(rest, symbols);
        var before = string.Concat(pieces.Select(p => p.Letters));
        pieces.AddRange(last.Pieces());
        var verb = (before + last.Base.Replace("=", "")).ToLowerInvariant();
        return new WordForm(rest, symbols).Of(Compound.Lemma(pieces), Compound.Parts(pieces), verb);
    }
}
