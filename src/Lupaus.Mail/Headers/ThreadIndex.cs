using System.Buffers.Binary;

namespace Lupaus.Mail.Headers;

/// <summary>
/// Where a message stands in a conversation of Outlook, as its Thread-Index field says in base64 (MS-OXOMSG, 2.2.1.3): 22 bytes of the
/// conversation (1, five of its time, sixteen of its own), then five for each answer on the way here.
/// </summary>
public sealed class ThreadIndex
{
    /// <summary>How many answers deep a conversation is followed. The field is one word and stands on one line.</summary>
    public const int MostAnswers = 80;

    private const int Beginning = 22, Answer = 5, TimeBytes = 5, IdBytes = 16, Longest = (Beginning + Answer * MostAnswers) * 2;
    private readonly byte[] _bytes;

    private ThreadIndex(byte[] bytes) => _bytes = bytes;

    /// <summary>How many answers led here; none for what begins a conversation.</summary>
    public int Answers => (_bytes.Length - Beginning) / Answer;

    /// <summary>The first message of a conversation.</summary>
    /// <param name="at">When it began.</param>
    /// <param name="id">Sixteen bytes that no other conversation has.</param>
    public static ThreadIndex Begun(DateTimeOffset at, ReadOnlySpan<byte> id)
    {
        var bytes = new byte[Beginning];
        bytes[0] = 1;
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToFileTime());
        time[..TimeBytes].CopyTo(bytes.AsSpan(1));
        id[..IdBytes].CopyTo(bytes.AsSpan(1 + TimeBytes));
        return new ThreadIndex(bytes);
    }

    /// <summary>What a Thread-Index field says; null where it is broken, or deeper than it is followed.</summary>
    public static ThreadIndex? Read(string? field)
    {
        if (field is null || field.Length > Longest)
            return null;
        var bytes = new byte[field.Length];
        // White space within, where it was folded, is passed over.
        return Convert.TryFromBase64String(field, bytes, out var length) && length >= Beginning && (length - Beginning) % Answer == 0 && bytes[0] == 1 && (length - Beginning) / Answer <= MostAnswers
            ? new ThreadIndex(bytes[..length]) : null;
    }

    /// <summary>An answer to this; null where it would be too deep.</summary>
    /// <param name="at">When it is written.</param>
    /// <param name="chance">Tells apart answers of one moment; its upper half is used.</param>
    public ThreadIndex? Answered(DateTimeOffset at, byte chance)
    {
        if (Answers == MostAnswers)
            return null;
        // 31 bits of the time since the beginning: steps of 26 ms, or after 1.7 years of 0.8 s, which the first bit says.
        var since = Math.Max(0, at.ToFileTime() - BegunAt);
        var isFar = since >> 49 != 0;
        var delta = isFar ? 0x8000_0000 | (uint)Math.Min(since >> 23, 0x7FFF_FFFF) : (uint)(since >> 18);
        var bytes = new byte[_bytes.Length + Answer];
        _bytes.CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(_bytes.Length), delta);
        bytes[^1] = (byte)(chance & 0xF0);
        return new ThreadIndex(bytes);
    }

    /// <summary>As it stands in the field.</summary>
    public override string ToString() => Convert.ToBase64String(_bytes);

    // In units of 100 ns since 1601. Older programs write its first six bytes and nothing before them: the first is 1 till 2057, the second over 0x80 since 1943.
    private long BegunAt
    {
        get
        {
            Span<byte> time = stackalloc byte[8];
            time.Clear();
            if (_bytes[1] < 0x80)
                _bytes.AsSpan(1, TimeBytes).CopyTo(time);
            else
                _bytes.AsSpan(0, 1 + TimeBytes).CopyTo(time);
            return BinaryPrimitives.ReadInt64BigEndian(time);
        }
    }
}
