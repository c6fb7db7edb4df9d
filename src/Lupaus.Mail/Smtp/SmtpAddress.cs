using System.Buffers;
using System.Globalization;
using System.Text;

namespace Lupaus.Mail.Smtp;

/// <summary>An address as a command may carry it.</summary>
internal static class SmtpAddress
{
    private const int Longest = 254;
    private static readonly IdnMapping Domains = new();
    private static readonly SearchValues<char> DomainLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_[]:");

    /// <summary>The address with its domain in ASCII (RFC 5891); null when it can't stand in a command.</summary>
    public static string? Written(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1 || Encoding.UTF8.GetByteCount(address) > Longest || !IsSound(address.AsSpan(0, at)))
            return null;
        var domain = address[(at + 1)..];
        try
        {
            domain = Ascii.IsValid(domain) ? domain : Domains.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
        return domain.AsSpan().IndexOfAnyExcept(DomainLetters) < 0 ? $"{address[..at]}@{domain}" : null;
    }

    // A local part is a run of atoms and dots, or one quoted string (RFC 5321, 4.1.2).
    private static bool IsSound(ReadOnlySpan<char> local)
    {
        if (local is ['"', .., '"'] && local.Length > 2)
            return IsQuoted(local[1..^1]);
        foreach (var c in local)
        {
            if (c <= ' ' || char.IsControl(c) || char.IsWhiteSpace(c) || "()<>[]:;@\\,\"".Contains(c, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '\\';
            if (isEscape && ++i == text.Length)
                return false;
            if (char.IsControl(text[i]) || (text[i] == '"' && !isEscape))
                return false;
        }
        return true;
    }
}
