using System.Text;

namespace Lupaus.Ground.Foundations;

/// <summary>
/// A telephone number in E.164 (ITU-T): plus, country code, at most 15 digits. A number without a country code is
/// taken as Finnish (+358), since that is where our customers' companies are.
/// </summary>
public readonly record struct PhoneNumber
{
    private PhoneNumber(string value) => Value = value;

    public string Value { get; }

    public static PhoneNumber Parse(string text) =>
        Read(text) ?? throw new RuleBroken(Refusal.Because("phone.shape"));

    /// <summary>Null when the text is no telephone number.</summary>
    public static PhoneNumber? Read(string? text)
    {
        var trimmed = (text ?? "").Trim().Replace("(0)", "", StringComparison.Ordinal);
        if (trimmed.Length is 0 or > 40 || trimmed.Any(c => !char.IsAsciiDigit(c) && !" +-()./\u00a0".Contains(c)) || trimmed.LastIndexOf('+') > 0)
            return null;
        var digits = new StringBuilder();
        foreach (var c in trimmed.Where(char.IsAsciiDigit))
            digits.Append(c);
        var number = digits.ToString();
        var international =
            trimmed.StartsWith('+') ? number :
            number.StartsWith("00", StringComparison.Ordinal) ? number[2..] :
            number.StartsWith('0') ? "358" + number[1..] :
            "";
        // No Finnish number begins with 0 after the country code, but "+358 040" is often written.
        if (international.StartsWith("3580", StringComparison.Ordinal))
            international = "358" + international[4..];
        return international.Length is >= 7 and <= 15 && international[0] != '0' ? new PhoneNumber("+" + international) : null;
    }

    /// <summary>As people in Finland write it: "040 123 4567"; foreign numbers keep their plus.</summary>
    public string ForPeople()
    {
        if (!Value.StartsWith("+358", StringComparison.Ordinal))
            return Value;
        var rest = "0" + Value[4..];
        return rest.Length switch
        {
            <= 6 => rest,
            <= 9 => $"{rest[..3]} {rest[3..]}",
            _ => $"{rest[..3]} {rest[3..6]} {rest[6..]}",
        };
    }

    public override string ToString() => Value;
}
