using System.Globalization;
using System.Text;

namespace Lupaus.Language.Names;

/// <summary>
/// A telephone number as bare digits with its country, however it was written: "040 123 4567", "+358 (0)40-1234567" and "00358401234567" are
/// all "358401234567". A number without a country is Finnish, as ITU-T E.164 and Traficom's numbering have it: the trunk zero gives way to 358.
/// </summary>
public static class PhoneKey
{
    private const int Fewest = 5, Most = 15, LongestText = 60;
    private static readonly string[] Labels = ["puhelin", "puh", "tel", "telefon", "tfn", "phone", "gsm", "mob", "p"];

    /// <summary>Null for what is no telephone number: it has letters, or fewer than five digits, or more than fifteen.</summary>
    public static string? Of(string text) =>
        Digits(text) is { Length: >= Fewest } digits && WithCountry(digits) is { Length: <= Most } key ? key : null;

    /// <summary>
    /// Whether a number, or a part of one as somebody types it, is of the person with this key: it begins as the number does, or is at
    /// least its last five digits.
    /// </summary>
    public static bool Matches(string typed, string key)
    {
        if (Digits(typed) is not { Length: > 2 } digits)
            return false;
        var bare = digits.TrimStart('+');
        return key.StartsWith(WithCountry(digits), StringComparison.Ordinal) || bare.Length >= Fewest && key.EndsWith(bare, StringComparison.Ordinal);
    }

    /// <summary>The digits, after a plus where there was one.</summary>
    private static string? Digits(string text)
    {
        if (text.Length > LongestText)
            return null;
        var digits = new StringBuilder();
        foreach (var sign in WithoutLabel(text.Trim()).Replace("(0)", "", StringComparison.Ordinal))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(sign);
            if (digit >= 0)
                digits.Append((char)('0' + digit));
            else if (sign is '+' && digits.Length == 0)
                digits.Append('+');
            else if (char.IsLetter(sign) || sign is '+' or '@' or '_')
                return null;
        }
        return digits.ToString();
    }

    private static string WithoutLabel(string text)
    {
        foreach (var label in Labels)
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && text.Length > label.Length && !char.IsLetter(text[label.Length]))
                return text[label.Length..].TrimStart('.', ':', ' ');
        return text;
    }

    private static string WithCountry(string digits)
    {
        var number =
            digits.StartsWith('+') ? digits[1..] :
            digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] :
            digits.StartsWith('0') ? "358" + digits[1..] :
            digits;
        // No Finnish number begins with 0 after the country, but "+358 040" is often written.
        return number.StartsWith("3580", StringComparison.Ordinal) ? "358" + number[4..] : number;
    }
}
