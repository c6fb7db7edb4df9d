namespace Lupaus.Mail.Rendering;

/// <summary>A tag's name in lower case, whether it ends an element, and its attributes as written.</summary>
internal readonly ref struct HtmlTag(ReadOnlySpan<char> name, bool isEnd, ReadOnlySpan<char> attributes)
{
    public ReadOnlySpan<char> Name { get; } = name;

    public bool IsEnd { get; } = isEnd;

    private readonly ReadOnlySpan<char> _attributes = attributes;

    /// <summary>Empty when there is none. Only the first thousand characters are looked at.</summary>
    public ReadOnlySpan<char> Attribute(ReadOnlySpan<char> wanted)
    {
        var rest = _attributes[..Math.Min(_attributes.Length, 4000)];
        while (!rest.IsEmpty)
        {
            rest = rest.TrimStart(" \t\n/");
            var end = rest.IndexOfAny("= \t\n/");
            var name = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[end..].TrimStart(" \t\n");
            ReadOnlySpan<char> value = [];
            if (rest.StartsWith("="))
                value = TakeValue(ref rest);
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return value;
            if (name.IsEmpty && !rest.IsEmpty)
                rest = rest[1..];
        }
        return [];
    }

    private static ReadOnlySpan<char> TakeValue(scoped ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..].TrimStart(" \t\n");
        if (rest.IsEmpty)
            return [];
        var quote = rest[0] is '"' or '\'' ? rest[0] : '\0';
        var text = quote == '\0' ? rest : rest[1..];
        var end = quote == '\0' ? text.IndexOfAny(" \t\n") : text.IndexOf(quote);
        var value = end < 0 ? text : text[..end];
        rest = end < 0 ? [] : text[(quote == '\0' ? end : end + 1)..];
        return value;
    }
}
