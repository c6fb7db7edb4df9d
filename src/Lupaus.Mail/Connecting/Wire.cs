using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Lupaus.Mail.Connecting;

/// <summary>
/// A connection read by lines and by counts, with a time limit on everything. A read is never cancelled, only left waiting: so one may
/// stop listening, say something, and listen on.
/// </summary>
internal sealed class Wire(Stream stream, Socket? socket = null) : IAsyncDisposable
{
    private const int Usual = 16 * 1024;

    private Stream _stream = stream;
    private byte[] _buffer = new byte[Usual];
    private int _start, _end;
    private Task<int>? _filling;

    /// <summary>Whether something has come in that nobody has read.</summary>
    public bool HasUnread => _start < _end;

    public bool IsProtected => _stream is SslStream;

    public Socket? Socket => socket;

    /// <summary>One line without its end. A lenient line ends with LF, a strict one with CR LF only.</summary>
    public async ValueTask<byte[]> Line(int limit, Deadline deadline, CancellationToken stop, bool isStrict = false)
    {
        var searched = 0;
        while (true)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            var at = isStrict ? unread[searched..].IndexOf("\r\n"u8) : unread[searched..].IndexOf((byte)'\n');
            if (at >= 0)
                return TakeLine(searched + at, limit, isStrict);
            if (unread.Length > limit)
                throw new ConversationBroken(HowItWent.Odd, Trouble.LineTooLong);
            searched = Math.Max(0, unread.Length - 1);
            await Fill(deadline, stop);
        }
    }

    /// <summary>What has come in, at least one byte of it; told with <see cref="Skip"/> how much was used.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> Some(Deadline deadline, CancellationToken stop)
    {
        if (!HasUnread)
            await Fill(deadline, stop);
        return _buffer.AsMemory(_start, _end - _start);
    }

    public void Skip(int count)
    {
        _start += count;
        if (_start == _end)
            Empty();
    }

    /// <summary>Waits for something to come in, and says whether it did.</summary>
    public async ValueTask<bool> Hears(TimeSpan within, CancellationToken stop)
    {
        try
        {
            if (!HasUnread)
                await Fill(Deadline.In(within), stop);
            return true;
        }
        catch (ConversationBroken broken) when (broken.Why == Trouble.TimedOut)
        {
            return false;
        }
    }

    public async ValueTask Write(ReadOnlyMemory<byte> bytes, Deadline deadline, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(deadline.Left);
        try
        {
            await _stream.WriteAsync(bytes, limit.Token);
            await _stream.FlushAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw ConversationBroken.NotReached(stop.IsCancellationRequested ? Trouble.Stopped : Trouble.TimedOut);
        }
        catch (Exception cut) when (IsCut(cut))
        {
            throw ConversationBroken.NotReached(Trouble.Closed);
        }
    }

    /// <summary>Goes on under TLS. What was read ahead in the clear is a trick (RFC 3207, 6; CVE-2011-0411) and ends the talk.</summary>
    public async Task Protect(Func<SslStream, CancellationToken, Task> shakeHands, Deadline deadline, CancellationToken stop)
    {
        if (HasUnread || _filling is not null)
            throw new ConversationBroken(HowItWent.TlsTrouble, Trouble.TlsInjected);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(deadline.Left);
        var protectedStream = new SslStream(_stream);
        _stream = protectedStream;
        try
        {
            await shakeHands(protectedStream, limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw ConversationBroken.NotReached(stop.IsCancellationRequested ? Trouble.Stopped : Trouble.TimedOut);
        }
        catch (AuthenticationException)
        {
            throw new ConversationBroken(HowItWent.TlsTrouble, Trouble.TlsNotSpoken);
        }
        catch (Exception cut) when (IsCut(cut))
        {
            throw ConversationBroken.NotReached(Trouble.Closed);
        }
    }

    /// <summary>Closes so that our last words arrive: a socket closed while something is unread takes them back.</summary>
    public async Task HangUp(TimeSpan within)
    {
        var deadline = Deadline.In(within);
        try
        {
            socket?.Shutdown(SocketShutdown.Send);
            while (true)
                Skip((await Some(deadline, CancellationToken.None)).Length);
        }
        catch (Exception gone) when (gone is ConversationBroken or SocketException or ObjectDisposedException)
        {
            // They have left, or take too long.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _stream.DisposeAsync();
        }
        catch (Exception cut) when (IsCut(cut))
        {
            // It is closed either way.
        }
        socket?.Dispose();
        _ = _filling?.ContinueWith(t => t.Exception, TaskScheduler.Default);
    }

    private byte[] TakeLine(int length, int limit, bool isStrict)
    {
        if (length > limit)
            throw new ConversationBroken(HowItWent.Odd, Trouble.LineTooLong);
        var line = _buffer.AsSpan(_start, length);
        if (!isStrict && line is [.., (byte)'\r'])
            line = line[..^1];
        var taken = line.ToArray();
        Skip(length + (isStrict ? 2 : 1));
        return taken;
    }

    private async ValueTask Fill(Deadline deadline, CancellationToken stop)
    {
        try
        {
            _filling ??= StartFilling();
            var count = await _filling.WaitAsync(deadline.Left, stop);
            _filling = null;
            _end += count;
            if (count == 0)
                throw ConversationBroken.NotReached(Trouble.Closed);
        }
        catch (TimeoutException)
        {
            throw ConversationBroken.NotReached(Trouble.TimedOut);
        }
        catch (OperationCanceledException)
        {
            throw ConversationBroken.NotReached(Trouble.Stopped);
        }
        catch (Exception cut) when (IsCut(cut))
        {
            throw ConversationBroken.NotReached(Trouble.Closed);
        }
    }

    // While a read is waiting the buffer stays where it is: room is made only before one starts.
    private Task<int> StartFilling()
    {
        if (_end == _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        return _stream.ReadAsync(_buffer.AsMemory(_end)).AsTask();
    }

    private void Empty()
    {
        if (_filling is not null)
            return;
        _start = _end = 0;
        if (_buffer.Length > Usual)
            _buffer = new byte[Usual];
    }

    private static bool IsCut(Exception exception) =>
        exception is IOException or SocketException or ObjectDisposedException or AuthenticationException or InvalidOperationException;
}
