using System.Buffers;

namespace Lupaus.Mail.Smtp;

/// <summary>A message as it goes over the wire: each line ends in CR LF, and one that begins with a dot gets another (RFC 5321, 4.5.2).</summary>
internal static class DotStuffing
{
    private const int Piece = 32 * 1024;

    /// <summary>In pieces that each are good until the next is asked for; the dot that ends it all is not among them.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> message)
    {
        var piece = new ArrayBufferWriter<byte>(Piece + 1024);
        while (!message.IsEmpty)
        {
            message = message[Add(message.Span, piece)..];
            if (piece.WrittenCount < Piece)
                continue;
            yield return piece.WrittenMemory;
            piece.ResetWrittenCount();
        }
        if (piece.WrittenCount > 0)
            yield return piece.WrittenMemory;
    }

    private static int Add(ReadOnlySpan<byte> message, ArrayBufferWriter<byte> piece)
    {
        var (length, end) = MessageLines.First(message);
        if (message[0] == '.')
            piece.Write("."u8);
        piece.Write(message[..length]);
        piece.Write("\r\n"u8);
        return length + end;
    }
}
