using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>One who has called a <see cref="FakeServer"/>, from the server's side.</summary>
internal sealed class Caller(Socket socket) : IDisposable
{
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);

    /// <summary>All lines heard so far.</summary>
    public List<string> Heard { get; } = [];

    public Task Say(string line) => SayRaw(line + "\r\n");

    public async Task SayRaw(string text)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        await _stream.FlushAsync();
    }

    /// <summary>The next line without its end; null when the caller has hung up.</summary>
    public async Task<string?> Hear()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one) == 1)
        {
            line.Add(one[0]);
            if (line is not [.., (byte)'\r', (byte)'\n'])
                continue;
            var text = Encoding.Latin1.GetString([.. line.SkipLast(2)]);
            Heard.Add(text);
            return text;
        }
        return null;
    }

    public async Task<string> HearBytes(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    public async Task Protect(X509Certificate2 certificate)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        await tls.AuthenticateAsServerAsync(certificate);
    }

    /// <summary>Waits until the caller hangs up.</summary>
    public async Task HearOut()
    {
        while (await Hear() is not null) { }
    }

    /// <summary>Hangs up without a word, so that what is under way is lost.</summary>
    public void Break()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose() => _stream.Dispose();
}
