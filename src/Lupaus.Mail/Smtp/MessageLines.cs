namespace Lupaus.Mail.Smtp;

/// <summary>The lines of a message, whatever they end with: CR LF, a bare LF, a bare CR, or the CR CR LF of programs that end twice.</summary>
internal static class MessageLines
{
    private const byte Cr = (byte)'\r', Lf = (byte)'\n';

    /// <summary>The length of the line that begins at the front, and how many bytes its end takes (0 at the end of all).</summary>
    public static (int Length, int End) First(ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOfAny(Cr, Lf);
        return at < 0 ? (rest.Length, 0) : (at, EndAt(rest[at..]));
    }

    private static int EndAt(ReadOnlySpan<byte> end) => end switch
    {
        [Cr, Cr, Lf, ..] => 3,
        [Cr, Lf, ..] => 2,
        _ => 1,
    };
}
