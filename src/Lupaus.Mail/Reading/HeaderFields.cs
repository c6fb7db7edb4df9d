using System.Collections;

namespace Lupaus.Mail.Reading;

/// <summary>A header's fields in the order they came.</summary>
public sealed class HeaderFields : IReadOnlyList<HeaderField>
{
    private readonly List<HeaderField> _fields;

    internal HeaderFields(List<HeaderField> fields) => _fields = fields;

    internal static HeaderFields None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public HeaderField this[int index] => _fields[index];

    /// <summary>The first field of that name, decoded; null when there is none.</summary>
    public string? this[string name] => First(name)?.Decoded;

    /// <summary>The first field of that name; null when there is none.</summary>
    public HeaderField? First(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Is(name))
                return field;
        }
        return null;
    }

    /// <summary>All fields of that name, in the order they came.</summary>
    public IEnumerable<HeaderField> All(string name) => _fields.Where(field => field.Is(name));

    /// <summary>Whether there is a field of that name.</summary>
    public bool Has(string name) => First(name) is not null;

    /// <inheritdoc/>
    public IEnumerator<HeaderField> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
