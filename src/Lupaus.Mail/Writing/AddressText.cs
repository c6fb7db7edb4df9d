using System.Globalization;
using System.Text;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Writing;

/// <summary>Writes addresses into a header (RFC 5322, 3.4).</summary>
internal static class AddressText
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public static List<string> List(IReadOnlyList<NamedAddress> addresses)
    {
        var words = new List<string>();
        for (var i = 0; i < addresses.Count; i++)
        {
            var comma = i + 1 < addresses.Count ? "," : "";
            if (addresses[i].Name.Trim().Length > 0 && HeaderText.Phrase(addresses[i].Name) is { Count: > 0 } phrase && phrase[0].Length > 0)
            {
                words.AddRange(phrase);
                words.Add($"<{Of(addresses[i].Address)}>{comma}");
            }
            else
                words.Add(Of(addresses[i].Address) + comma);
        }
        return words;
    }

    /// <summary>The address as it goes on the wire: the domain in ASCII (RFC 5890), the local part as it is.</summary>
    /// <exception cref="ArgumentException">It can't be an address.</exception>
    public static string Of(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1 || address.Length > 320 || !IsLocal(address.AsSpan(0, at)))
            throw new ArgumentException("That is no address that mail could be sent to.", nameof(address));
        var domain = address[(at + 1)..];
        if (Ascii.IsValid(domain))
            return IsDomain(domain) ? address : throw new ArgumentException("That is no domain that mail could be sent to.", nameof(address));
        return $"{address[..at]}@{Idn.GetAscii(domain)}";
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local is ['"', _, .., '"'])
            return !local[1..^1].ContainsAny("\"\\") && IsVisible(local);
        return !local.ContainsAny(" ()<>[]:;@\\,\"") && IsVisible(local);
    }

    private static bool IsVisible(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' || (char.IsWhiteSpace(c) && c != ' '))
                return false;
        }
        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        foreach (var c in domain)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or '[' or ']' or ':'))
                return false;
        }
        return true;
    }
}
