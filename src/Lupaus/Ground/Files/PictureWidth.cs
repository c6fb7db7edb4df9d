using System.Buffers.Binary;

namespace Lupaus.Ground.Files;

/// <summary>How wide a picture is by its own header, in pixels; null where it doesn't say, or not in a way we read (PNG, GIF, JPEG).</summary>
public static class PictureWidth
{
    private const int FrameHeader = 9;

    public static int? Of(ReadOnlySpan<byte> content) => SniffedType.Of(content) switch
    {
        "image/png" when content.Length >= 20 => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(content[16..]), int.MaxValue),
        "image/gif" when content.Length >= 8 => BinaryPrimitives.ReadUInt16LittleEndian(content[6..]),
        "image/jpeg" => OfJpeg(content[2..]),
        _ => null,
    };

    // Segments follow each other, each with its length, till the one that begins the frame (ITU-T T.81, B.1.1 and B.2.2).
    private static int? OfJpeg(ReadOnlySpan<byte> segments)
    {
        while (segments.Length >= FrameHeader && segments[0] == 0xFF)
        {
            var marker = segments[1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return BinaryPrimitives.ReadUInt16BigEndian(segments[7..]);
            var length = marker == 0xFF ? -1 : BinaryPrimitives.ReadUInt16BigEndian(segments[2..]);
            segments = length + 2 < segments.Length ? segments[(length + 2)..] : default;
        }
        return null;
    }
}
