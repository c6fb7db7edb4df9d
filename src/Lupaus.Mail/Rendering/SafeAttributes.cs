using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace Lupaus.Mail.Rendering;

/// <summary>Writes the attributes that only look like something, each by a rule for its value.</summary>
internal sealed class SafeAttributes(Func<string, string?> picture, bool fetches)
{
    private const int LongestText = 500, LongestLink = 4000, LongestStyle = 4000;

    private static readonly FrozenDictionary<string, Func<string, string?>>.AlternateLookup<ReadOnlySpan<char>> Plain = new (string Names, Func<string, string?> Rule)[]
    {
        ("style", css => css.Length <= LongestStyle ? SafeStyle.Of(css) : null),
        ("class id lang role dir align valign clear type nowrap noshade reversed", Names),
        ("title alt", Words),
        ("width height border cellpadding cellspacing hspace vspace size", Length),
        ("colspan rowspan span start value", Count),
        ("bgcolor color bordercolor", Colour),
        ("face", Fonts),
    }.SelectMany(rule => rule.Names.Split(' ').Select(name => (name, rule.Rule))).ToFrozenDictionary(r => r.name, r => r.Rule, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public int RemotePictures { get; private set; }

    public static bool IsRemote(ReadOnlySpan<char> address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public void Append(SafeElement element, HtmlAttributes attributes, StringBuilder into)
    {
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (attributes.Next())
        {
            if (attributes.Name.Length <= 12 && SafeValue(element, attributes.Name, attributes.Value) is { } value && written.Add(attributes.Name.ToString()))
                Append(attributes.Name.ToString().ToLowerInvariant(), value, into);
        }
        if (element.Name == "a" && written.Contains("href"))
            into.Append(" target=\"_blank\" rel=\"noopener noreferrer\"");
    }

    private string? SafeValue(SafeElement element, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (element.Name == "a" && name.Equals("href", StringComparison.OrdinalIgnoreCase))
            return Link(Decoded(value, LongestLink));
        if (element.Name == "img" && name.Equals("src", StringComparison.OrdinalIgnoreCase))
            return Picture(Decoded(value, LongestLink));
        return Plain.TryGetValue(name, out var rule) ? rule(Decoded(value, LongestStyle)) : null;
    }

    private static void Append(string name, string value, StringBuilder into) =>
        into.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');

    // Too long to be meant is nothing at all.
    private static string Decoded(ReadOnlySpan<char> value, int longest) => value.Length > longest ? "" : WebUtility.HtmlDecode(value.ToString());

    private static string? Link(string address)
    {
        var plain = new string([.. address.Where(c => !char.IsControl(c))]).Trim();
        return IsRemote(plain) || plain.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || plain.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? plain : null;
    }

    private string? Picture(string address)
    {
        var plain = new string([.. address.Where(c => !char.IsControl(c))]).Trim();
        if (plain.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
            return picture(Uri.UnescapeDataString(plain[4..]));
        if (!IsRemote(plain))
            return null;
        RemotePictures++;
        return fetches ? plain : null;
    }

    private static string? Words(string value) => value.Length <= LongestText ? new string([.. value.Where(c => !char.IsControl(c))]) : null;

    private static string? Names(string value) => Only(value, LongestText, static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ' ');

    private static string? Length(string value) => Only(value.Trim(), 10, static c => char.IsAsciiDigit(c) || c is '%' or '.' or '+' or '-' or 'p' or 'x' or 'P' or 'X');

    private static string? Count(string value) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count is > -10_000 and < 10_000 ? $"{count}" : null;

    private static string? Colour(string value) => Only(value.Trim(), 30, static c => char.IsAsciiLetterOrDigit(c) || c == '#');

    private static string? Fonts(string value) => Only(value, LongestText, static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ' ' or ',' or '\'' or '"');

    private static string? Only(string value, int longest, Func<char, bool> allowed) => value.Length <= longest && value.All(allowed) ? value : null;
}
