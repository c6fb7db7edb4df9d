using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Lupaus.Web.Ground.Files;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>Small files that the people of the demo send each other, made here so that none has to be carried along.</summary>
internal static class DemoFiles
{
    public static Upload TicketPicture => new("lippu.png", Picture(360, 160, (x, y) =>
        x < 6 || y < 6 || x > 353 || y > 153 ? 0x1F4E5F : x is > 250 and < 254 && y / 6 % 2 == 0 ? 0x1F4E5F :
        x > 275 && x < 335 && y > 40 && y < 120 && (x * 7 / 11 + x / 4) % 3 != 0 ? 0x222222 :
        y is > 34 and < 48 && x is > 24 and < 190 ? 0x2A9D8F : y > 64 && y < 130 && y / 11 % 2 == 0 && x > 24 && x < 225 - y ? 0x9AA5AB : 0xFFFDF7));

    public static Upload Receipt => new("kuitti.png", Picture(180, 300, (x, y) =>
        y % 12 == 0 && (x + y) % 24 < 12 && (y < 6 || y > 290) ? 0xDDDDDD : y > 24 && y < 40 && x > 50 && x < 130 ? 0x333333 :
        y > 60 && y < 240 && y / 9 % 2 == 0 && ((x > 18 && x < 60 + y * 13 % 50) || (x > 138 && x < 164)) ? 0x777777 :
        y is > 256 and < 270 && (x is > 18 and < 70 or > 120 and < 164) ? 0x222222 : 0xFBFBF8));

    public static Upload Timetable => Text("tidtabell.txt", "Utö förbindelsebåt, vardagar\n\nPärnäs 08.15 – Utö 12.40\nUtö 13.30 – Pärnäs 17.55\n\nCyklar tas med så länge det finns plats.\n");

    public static Upload Itinerary => Text("matkasuunnitelma.txt", "Noora Kallio\n\nla 10.04  Helsinki – Turku, vaunu 2, paikka 18\nsu 17.30  Turku – Helsinki, vaunu 5, paikka 41\n");

    public static Upload Contract => Text("sopimus.txt", "Kirjanpitosopimus, toiminimi\n\n39 € kuussa (sis. alv). Irtisanomisaika yksi kuukausi, ilman syytä.\nHintaan kuuluu: kirjanpito, veroilmoitus, neuvonta puhelimessa.\n");

    public static Upload Hours => Text("jouluaukiolot.txt", "Lahjapuoti Tuominen\n\n22.–23.12.  9–20\n24.12.      9–13\n25.–26.12.  suljettu\n27.12. alkaen tavalliseen tapaan\n");

    private static Upload Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    /// <summary>A PNG of eight-bit colours (RFC 2083), each line without a filter.</summary>
    private static byte[] Picture(int width, int height, Func<int, int, int> colour)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                    zlib.Write([(byte)(colour(x, y) >> 16), (byte)(colour(x, y) >> 8), (byte)colour(x, y)]);
            }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), Crc(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }
        return ~crc;
    }
}
