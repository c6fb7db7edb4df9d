using System.Text;
using System.Text.Unicode;

namespace Lupaus.Mail.Smtp;

/// <summary>Reads what follows MAIL and RCPT: an address in angle brackets, then parameters (RFC 5321, 4.1.1.2 and 4.1.2).</summary>
internal static class PathReader
{
    private const int Longest = 320;

    /// <summary>The address (empty for nobody) and the parameters in capitals; null when it can't be read.</summary>
    public static (string Address, string[] Parameters)? Read(ReadOnlySpan<byte> argument, string keyword)
    {
        if (!Utf8.IsValid(argument))
            return null;
        var text = Encoding.UTF8.GetString(argument);
        if (!text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
            return null;
        var path = text[keyword.Length..].TrimStart(' ');
        var end = EndOf(path);
        if (end < 0 || (end + 1 < path.Length && path[end + 1] != ' '))
            return null;
        var address = WithoutRoute(path[1..end]);
        return address.Length <= Longest && !address.Any(char.IsControl)
            ? (address, path[(end + 1)..].ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : null;
    }

    private static int EndOf(string path)
    {
        if (!path.StartsWith('<'))
            return -1;
        var isQuoted = false;
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i] == '\\' && isQuoted)
                i++;
            else if (path[i] == '"')
                isQuoted = !isQuoted;
            else if (path[i] == '>' && !isQuoted)
                return i;
            else if (path[i] is '<' or ' ' && !isQuoted)
                return -1;
        }
        return -1;
    }

    // "@one,@two:somebody@three": the way there is no longer the sender's business (RFC 5321, F.2).
    private static string WithoutRoute(string address) =>
        address.StartsWith('@') && address.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? address[(colon + 1)..] : address;
}
