using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// E-mail and web addresses in a text. A bare host is taken for one only under the domains that our customers meet: "vr.fi" is an address,
/// "kuitti.pdf" and "sana.Seuraava" are not.
/// </summary>
internal static class NetAddresses
{
    private static readonly string[] Domains = [".fi", ".ax", ".se", ".com", ".eu", ".net", ".org", ".example"];

    public static IEnumerable<TextSpan> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && !IsBorder(text[at]))
                at++;
            if (Trimmed(text, start, at) is { Length: > 3 } span && IsAddress(span.In(text)))
                yield return span;
            at = Math.Max(at, start + 1);
        }
    }

    private static bool IsBorder(char sign) => char.IsWhiteSpace(sign) || sign is '<' or '>' or '"' or '(' or ')' or '[' or ']' or ',' or ';';

    /// <summary>The stop that ends the sentence is no part of the address.</summary>
    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or ':' or '!' or '?' or '\'' or '”' or '’')
            end--;
        return TextSpan.Between(start, end);
    }

    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        if (Begins(word, "https://") || Begins(word, "http://") || Begins(word, "www."))
            return word.LastIndexOf('.') > word.IndexOf('.') || word.Contains("://", StringComparison.Ordinal);
        if (word.IndexOf('@') is > 0 and var at)
            return word[(at + 1)..].IndexOf('.') > 0 && IsHost(word[(at + 1)..]);
        var host = word.IndexOf('/') is > 0 and var slash ? word[..slash] : word;
        return IsHost(host) && IsUnderKnownDomain(host);
    }

    private static bool Begins(ReadOnlySpan<char> word, string with) => word.Length > with.Length + 2 && word.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    private static bool IsHost(ReadOnlySpan<char> word)
    {
        foreach (var sign in word)
        {
            if (!char.IsLetterOrDigit(sign) && sign is not ('.' or '-'))
                return false;
        }
        return word.Length > 0 && word[0] != '.' && !word.Contains("..", StringComparison.Ordinal);
    }

    private static bool IsUnderKnownDomain(ReadOnlySpan<char> host)
    {
        foreach (var domain in Domains)
        {
            if (host.Length > domain.Length + 1 && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
