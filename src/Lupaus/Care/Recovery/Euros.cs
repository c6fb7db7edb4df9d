using System.Globalization;

namespace Lupaus.Care.Recovery;

/// <summary>Euros as people write them, in cents: "12", "12,50", "12.5 €".</summary>
public static class Euros
{
    /// <summary>More than this is no goodwill, and would be a slip of the hand.</summary>
    private const decimal Most = 1_000_000;

    /// <summary>Null where it can't be read, or says less than a cent.</summary>
    public static int? Read(string? written)
    {
        // Between the digits of a great sum Finns leave a space, which may be one that breaks no line.
        var plain = string.Concat(written.OneLine().Replace("€", "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        // "1,200" may mean a thousand or one: nobody is to guess.
        var isPlain = plain.IndexOf('.') is var point && (point < 0 || plain.Length - point - 1 <= 2);
        return isPlain && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) ? Cents(euros) : null;
    }

    public static int? Cents(decimal euros) => euros is >= 0 and <= Most && euros * 100 == decimal.Truncate(euros * 100) ? (int)(euros * 100) : null;
}
