using System.Text;

namespace Lupaus.Mail.Smtp;

/// <summary>What has to be known of a message before it is sent.</summary>
internal sealed record MessageShape
{
    /// <summary>Bytes of a line without its end (RFC 5321, 4.5.3.1.6).</summary>
    private const int LongestAllowed = 998;

    /// <summary>Bytes as they will be sent, but for the stuffed dots and the last one (RFC 1870, 6.1).</summary>
    public long Size { get; private set; }

    /// <summary>Whether there is anything beyond ASCII.</summary>
    public bool IsEightBit { get; private set; }

    /// <summary>Whether its header has letters beyond ASCII (RFC 6532).</summary>
    public bool IsInternational { get; private set; }

    public bool HasLongLines { get; private set; }

    public static MessageShape Of(ReadOnlySpan<byte> message)
    {
        var shape = new MessageShape { IsEightBit = !Ascii.IsValid(message) };
        var isHeader = true;
        while (!message.IsEmpty)
        {
            var (length, end) = MessageLines.First(message);
            isHeader &= length > 0;
            shape.Size += length + 2;
            shape.HasLongLines |= length > LongestAllowed;
            shape.IsInternational |= isHeader && shape.IsEightBit && !Ascii.IsValid(message[..length]);
            message = message[(length + end)..];
        }
        return shape;
    }
}
