namespace Lupaus.Mail.Quoting;

/// <summary>Says of each line what it is, from the first to the last.</summary>
internal sealed class LineKinds(string[] lines)
{
    private readonly PieceKind[] _kinds = new PieceKind[lines.Length];

    public PieceKind[] Read()
    {
        for (var i = 0; i < lines.Length;)
            i = ReadAt(i);
        GiveBlanksToNeighbours();
        KeepForwardsInView();
        return _kinds;
    }

    private int ReadAt(int at)
    {
        if (IsMarked(at))
            return Mark(at, at + 1, PieceKind.Quote);
        if (Introductions.LengthAt(lines, at) is > 0 and var length)
            return AfterIntroduction(at, length);
        if (MessageHeaders.LengthAt(lines, at) is > 0)
            return Mark(at, lines.Length, PieceKind.Quote);
        if (IsSignature(at))
            return Mark(at, EndOfSignature(at), PieceKind.Signature);
        return at + 1;
    }

    // With ">" beneath it the quote ends where the marks do, and answers between are kept; without, the rest is the quote.
    private int AfterIntroduction(int at, int length)
    {
        var next = NextWritten(at + length);
        if (next == lines.Length || IsMarked(next))
            return Mark(at, at + length, PieceKind.Quote);
        return HasMarksBeneath(next) || !Introductions.IsCertain(lines.AsSpan(at, length)) ? at + length : Mark(at, lines.Length, PieceKind.Quote);
    }

    private bool HasMarksBeneath(int at)
    {
        for (var i = at; i < Math.Min(lines.Length, at + 200); i++)
        {
            if (IsMarked(i))
                return true;
        }
        return false;
    }

    private bool IsSignature(int at) => lines[at] is "-- " or "--" or "--\u00A0" || TelephoneSignatures.Is(lines[at]);

    // A signature is short; what follows a quote or comes later is something else again.
    private int EndOfSignature(int at)
    {
        if (TelephoneSignatures.Is(lines[at]))
            return at + 1;
        var end = at + 1;
        while (end < lines.Length && end - at <= 15 && !IsMarked(end) && Introductions.LengthAt(lines, end) == 0 && MessageHeaders.LengthAt(lines, end) == 0)
            end++;
        // Longer than any signature: somebody drew a line with "--".
        return end < lines.Length && end - at > 15 ? at : end;
    }

    private int Mark(int from, int to, PieceKind kind)
    {
        Array.Fill(_kinds, kind, from, to - from);
        return Math.Max(to, from + 1);
    }

    private bool IsMarked(int at) => lines[at].AsSpan().TrimStart(' ') is ['>', ..] and not ['>', '>', '>', '>', '>', '>', '>', '>', '>', '>', '>', '>', ..];

    private int NextWritten(int at)
    {
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at]))
            at++;
        return at;
    }

    // Empty lines between two runs of a quote are of the quote; others are the writer's.
    private void GiveBlanksToNeighbours()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (_kinds[i] != PieceKind.Own || !string.IsNullOrWhiteSpace(lines[i]))
                continue;
            var end = i;
            while (end < lines.Length && _kinds[end] == PieceKind.Own && string.IsNullOrWhiteSpace(lines[end]))
                end++;
            if (i > 0 && _kinds[i - 1] != PieceKind.Own && (end == lines.Length || _kinds[end] == _kinds[i - 1]))
                Array.Fill(_kinds, _kinds[i - 1], i, end - i);
            i = end - 1;
        }
    }

    // A message that is nothing but a forwarded one would show nothing at all.
    private void KeepForwardsInView()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (_kinds[i] == PieceKind.Own && !string.IsNullOrWhiteSpace(lines[i]))
                return;
        }
        if (Array.Exists(lines, line => !string.IsNullOrWhiteSpace(line)) && Array.Exists(_kinds, kind => kind == PieceKind.Quote))
            Array.Fill(_kinds, PieceKind.Own);
    }
}
