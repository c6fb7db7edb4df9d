using System.Buffers;

namespace Lupaus.Mail.Coding;

/// <summary>Characters in a pooled array that grows up to a limit; what comes after the limit is dropped and remembered as a cut.</summary>
internal sealed class CharBuffer(int limit) : IDisposable
{
    private char[] _chars = ArrayPool<char>.Shared.Rent(Math.Min(limit, 1024));

    public int Length { get; private set; }

    public bool WasCut { get; private set; }

    public Span<char> Written => _chars.AsSpan(0, Length);

    /// <summary>Room for that many more, whatever the limit: <see cref="Advance"/> is where it is held.</summary>
    public Span<char> Room(int wanted)
    {
        if (_chars.Length - Length < wanted)
            Grow(Length + wanted);
        return _chars.AsSpan(Length);
    }

    public void Advance(int count) => Length = Held(Length + count);

    public void Append(char c)
    {
        if (Length == _chars.Length)
            Grow(Length + 1);
        _chars[Length] = c;
        Length = Held(Length + 1);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Advance(text.Length);
    }

    public void CutTo(int length) => Length = length;

    public override string ToString() => new(Written);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        _chars = [];
        Length = 0;
    }

    // Half of a surrogate pair is no character: the limit never splits one.
    private int Held(int length)
    {
        if (length <= limit)
            return length;
        WasCut = true;
        return limit > 0 && char.IsHighSurrogate(_chars[limit - 1]) ? limit - 1 : limit;
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(least, Math.Min(_chars.Length * 2, Math.Max(limit, 1024))));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
