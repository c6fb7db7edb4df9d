using System.Text;
using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Writing;

/// <summary>A file's name as a parameter: quoted when it is short and ASCII, else encoded and in pieces (RFC 2231, 3 and 4).</summary>
internal static class FileNameText
{
    private const int LongestPlain = 60, LongestPiece = 50;

    public static IReadOnlyList<string> Parameters(string fileName)
    {
        var name = fileName.ReplaceControls().Trim();
        if (name.Length == 0)
            return ["filename=\"file\""];
        if (name.Length <= LongestPlain && !name.AsSpan().ContainsAnyExceptInRange(' ', '~') && !name.AsSpan().ContainsAny("\"\\%'*") && !name.Contains("=?", StringComparison.Ordinal))
            return [$"filename=\"{name}\""];
        var pieces = Pieces(name);
        if (pieces.Count == 1)
            return [$"filename*=utf-8''{pieces[0]}"];
        return [.. pieces.Select((piece, i) => $"filename*{i}*={(i == 0 ? "utf-8''" : "")}{piece}{(i + 1 < pieces.Count ? ";" : "")}")];
    }

    private static List<string> Pieces(string name)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in name.EnumerateRunes())
        {
            if (piece.Length > LongestPiece)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            var length = rune.EncodeToUtf8(utf8);
            foreach (var b in utf8[..length])
                _ = IsSafe(b) ? piece.Append((char)b) : piece.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    // attribute-char of RFC 2231, section 7, and a little fewer.
    private static bool IsSafe(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_';
}
