using System.Text;

namespace Lupaus.Mail.Smtp;

/// <summary>
/// Takes the bytes after DATA until CR LF dot CR LF and nothing less, so that no message can hide in another ("SMTP smuggling"). Bare
/// CR and LF become CR LF, but count for no line's beginning where dots are concerned.
/// </summary>
internal sealed class MessageIntake : IDisposable
{
    private enum At { LineStart, Dot, DotCr, Text, Cr }

    private readonly MemoryBudget _budget;
    private readonly int _biggest;
    private byte[] _bytes;
    private int _count, _taken;
    private long _size;
    private At _at = At.LineStart;

    public MessageIntake(string trace, int biggest, MemoryBudget budget)
    {
        (_budget, _biggest) = (budget, biggest);
        _bytes = [];
        foreach (var b in Encoding.UTF8.GetBytes(trace))
            Keep(b);
        _size = 0;
    }

    /// <summary>Whether it is bigger than a message may be; the rest is read and forgotten.</summary>
    public bool IsTooBig => _size > _biggest;

    /// <summary>Whether there was no room for it among the others; the rest is read and forgotten.</summary>
    public bool IsOutOfMemory { get; private set; }

    /// <summary>Bytes that came in.</summary>
    public long Size => _size;

    public bool IsWhole { get; private set; }

    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _count);

    /// <summary>Takes what belongs to the message, and says how many bytes that were.</summary>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_at == At.Text && Run(bytes[i..]) is var run and > 0)
                i += run;
            if (i < bytes.Length)
                Take(bytes[i]);
            if (IsWhole)
                return i + 1;
        }
        return bytes.Length;
    }

    public void Dispose()
    {
        _budget.Return(_taken);
        (_taken, _count, _bytes) = (0, 0, []);
    }

    private int Run(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        var run = length < 0 ? bytes : bytes[..length];
        _size += run.Length;
        if (MakeRoom(run.Length))
        {
            run.CopyTo(_bytes.AsSpan(_count));
            _count += run.Length;
        }
        return run.Length;
    }

    private void Take(byte b)
    {
        if (_at == At.DotCr && b == '\n')
        {
            IsWhole = true;
            return;
        }
        // A bare CR ends a line that isn't one to the outside; of several before an LF only the last counts.
        if (_at == At.DotCr || (_at == At.Cr && b is not ((byte)'\n' or (byte)'\r')))
            EndLine(isBare: true);
        _at = (_at, b) switch
        {
            (At.LineStart, (byte)'.') => At.Dot,
            (At.Dot, (byte)'\r') => At.DotCr,
            (_, (byte)'\r') => At.Cr,
            (At.Cr, (byte)'\n') => EndLine(isBare: false),
            (_, (byte)'\n') => EndLine(isBare: true),
            _ => Text(b),
        };
    }

    private At Text(byte b)
    {
        _size++;
        Keep(b);
        return At.Text;
    }

    private At EndLine(bool isBare)
    {
        _size += 2;
        Keep((byte)'\r');
        Keep((byte)'\n');
        return _at = isBare ? At.Text : At.LineStart;
    }

    private void Keep(byte b)
    {
        if (MakeRoom(1))
            _bytes[_count++] = b;
    }

    private bool MakeRoom(int more)
    {
        if (IsTooBig || IsOutOfMemory)
            return Forget();
        if (_count + more <= _bytes.Length)
            return true;
        var wanted = (int)Math.Min(Array.MaxLength, Math.Max(4096, Math.Max(_bytes.Length * 2L, _count + (long)more)));
        IsOutOfMemory = !_budget.TryTake(wanted - _bytes.Length);
        if (IsOutOfMemory)
            return Forget();
        _taken += wanted - _bytes.Length;
        Array.Resize(ref _bytes, wanted);
        return true;
    }

    private bool Forget()
    {
        _budget.Return(_taken);
        (_taken, _count, _bytes) = (0, 0, []);
        return false;
    }
}
