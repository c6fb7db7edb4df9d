namespace Lupaus.Mail.Rendering;

/// <summary>A tag's name in lower case, whether it ends an element, and its attributes as written.</summary>
internal readonly ref struct HtmlTag(ReadOnlySpan<char> name, bool isEnd, ReadOnlySpan<char> attributes)
{
    public ReadOnlySpan<char> Name { get; } = name;

    public bool IsEnd { get; } = isEnd;

    /// <summary>All of them, as they stand.</summary>
    public HtmlAttributes Attributes { get; } = new(attributes);

    /// <summary>Empty when there is none. Only the first four thousand characters are looked at.</summary>
    public ReadOnlySpan<char> Attribute(ReadOnlySpan<char> wanted)
    {
        var all = Attributes.UpTo(4000);
        while (all.Next())
        {
            if (all.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return all.Value;
        }
        return [];
    }
}

/// <summary>Goes through a tag's attributes, names and values as written.</summary>
internal ref struct HtmlAttributes(ReadOnlySpan<char> written)
{
    private ReadOnlySpan<char> _rest = written;

    public ReadOnlySpan<char> Name { get; private set; }

    public ReadOnlySpan<char> Value { get; private set; }

    public readonly HtmlAttributes UpTo(int characters) => new(_rest[..Math.Min(_rest.Length, characters)]);

    public bool Next()
    {
        while (!_rest.IsEmpty)
        {
            _rest = _rest.TrimStart(" \t\n/");
            var end = _rest.IndexOfAny("= \t\n/");
            Name = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? [] : _rest[end..].TrimStart(" \t\n");
            Value = _rest.StartsWith("=") ? TakeValue() : [];
            if (!Name.IsEmpty)
                return true;
        }
        return false;
    }

    private ReadOnlySpan<char> TakeValue()
    {
        _rest = _rest[1..].TrimStart(" \t\n");
        if (_rest.IsEmpty)
            return [];
        var quote = _rest[0] is '"' or '\'' ? _rest[0] : '\0';
        var text = quote == '\0' ? _rest : _rest[1..];
        var end = quote == '\0' ? text.IndexOfAny(" \t\n") : text.IndexOf(quote);
        var value = end < 0 ? text : text[..end];
        _rest = end < 0 ? [] : text[(quote == '\0' ? end : end + 1)..];
        return value;
    }
}
