using System.Text;

namespace Lupaus.Mail.Connecting;

/// <summary>What a server said, fit to be shown: UTF-8 where it is, one line, of bearable length.</summary>
internal static class Said
{
    private const int Longest = 500;

    public static string Clean(ReadOnlySpan<byte> bytes) => Clean(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Longest * 4)]));

    public static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var c in text.AsSpan()[..Math.Min(text.Length, Longest)])
            clean.Append(char.IsControl(c) ? ' ' : c);
        return clean.ToString().Trim();
    }
}
