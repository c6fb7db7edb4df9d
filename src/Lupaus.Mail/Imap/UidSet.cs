using System.Globalization;

namespace Lupaus.Mail.Imap;

/// <summary>A set of UIDs, kept and written as ranges: "1:4,7" (RFC 3501, 9: sequence-set).</summary>
public sealed class UidSet : IEquatable<UidSet>
{
    private readonly (uint First, uint Last)[] _ranges;

    private UidSet((uint First, uint Last)[] ranges) => _ranges = ranges;

    /// <summary>None at all.</summary>
    public static UidSet Empty { get; } = new([]);

    /// <summary>Whether it has none.</summary>
    public bool IsEmpty => _ranges.Length == 0;

    /// <summary>Those given, in any order, each once; zero is no UID and left out.</summary>
    public static UidSet Of(IEnumerable<uint> uids)
    {
        var ranges = new List<(uint First, uint Last)>();
        foreach (var uid in uids.Where(uid => uid > 0).Order())
        {
            if (ranges.Count > 0 && uid <= (ulong)ranges[^1].Last + 1)
                ranges[^1] = (ranges[^1].First, uid);
            else
                ranges.Add((uid, uid));
        }
        return new UidSet([.. ranges]);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static UidSet? Parse(string text)
    {
        var ranges = new List<(uint First, uint Last)>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(':');
            if (ends.Length > 2 || Number(ends[0]) is not { } first || Number(ends[^1]) is not { } last || last < first || (ranges.Count > 0 && first <= ranges[^1].Last))
                return null;
            ranges.Add((first, last));
        }
        return new UidSet([.. ranges]);
    }

    /// <summary>Whether it has this one.</summary>
    public bool Contains(uint uid) => Array.Exists(_ranges, range => range.First <= uid && uid <= range.Last);

    /// <summary>The same and one more.</summary>
    public UidSet With(uint uid)
    {
        if (uid == 0 || Contains(uid))
            return this;
        var all = _ranges.Append((First: uid, Last: uid)).OrderBy(range => range.First);
        var merged = new List<(uint First, uint Last)>();
        foreach (var range in all)
        {
            if (merged.Count > 0 && range.First == (ulong)merged[^1].Last + 1)
                merged[^1] = (merged[^1].First, range.Last);
            else
                merged.Add(range);
        }
        return new UidSet([.. merged]);
    }

    /// <summary>Those from this one on.</summary>
    public UidSet From(uint first) =>
        new([.. _ranges.Where(range => range.Last >= first).Select(range => (Math.Max(range.First, first), range.Last))]);

    /// <summary>In pieces whose text is no longer than a command may be.</summary>
    internal IEnumerable<UidSet> Pieces(int most = 40) => _ranges.Chunk(most).Select(ranges => new UidSet(ranges));

    /// <summary>As ranges; empty for none.</summary>
    public override string ToString() =>
        string.Join(',', _ranges.Select(range => range.First == range.Last
            ? range.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.First}:{range.Last}")));

    public bool Equals(UidSet? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges);

    public override bool Equals(object? obj) => Equals(obj as UidSet);

    public override int GetHashCode() => _ranges.Length == 0 ? 0 : HashCode.Combine(_ranges.Length, _ranges[0], _ranges[^1]);

    private static uint? Number(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var uid) && uid > 0 ? uid : null;
}
