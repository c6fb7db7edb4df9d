using System.Globalization;

namespace Lupaus.Ground.Foundations;

/// <summary>
/// Why something may not be done. The key names the rule; the words a person reads come from the language resources
/// by that key, filled with the details.
/// </summary>
public sealed record Refusal(string Key)
{
    public IReadOnlyDictionary<string, string> Details { get; private init; } = new Dictionary<string, string>();

    public static Refusal Because(string key) => new(key);

    public Refusal With(string name, object value) => this with
    {
        Details = new Dictionary<string, string>(Details)
        {
            [name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        },
    };

    // A record would compare the dictionaries themselves, and two refusals for the same reason would differ.
    public bool Equals(Refusal? other) =>
        other is not null && Key == other.Key && Details.Count == other.Details.Count &&
        Details.All(detail => other.Details.TryGetValue(detail.Key, out var value) && value == detail.Value);

    public override int GetHashCode() => HashCode.Combine(Key, Details.Count);

    public override string ToString() =>
        Details.Count == 0 ? Key : $"{Key} ({string.Join(", ", Details.Select(d => $"{d.Key}: {d.Value}"))})";
}

public static class RefusalStops
{
    public static void StopIfAny(this Refusal? refusal)
    {
        if (refusal is not null)
            throw new RuleBroken(refusal);
    }
}
