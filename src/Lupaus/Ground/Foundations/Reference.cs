using System.Security.Cryptography;

namespace Lupaus.Ground.Foundations;

/// <summary>
/// What people call a ticket on the telephone: six random Crockford Base32 characters and a check character, which
/// notices any one wrong character and any two that changed places (a weighted sum in GF(32)).
/// Never with I, L, O or U; read forgivingly: small letters, dashes, O for 0.
/// </summary>
public readonly record struct Reference
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 7;

    private Reference(string value) => Value = value;

    public string Value { get; }

    public static Reference Random() => From(RandomNumberGenerator.GetInt32(1 << 30));

    /// <summary>The reference of a number below 2^30; the same number gives the same reference.</summary>
    public static Reference From(int number)
    {
        Span<char> text = stackalloc char[Length];
        for (int place = Length - 2, rest = number; place >= 0; place--, rest >>= 5)
            text[place] = Letters[rest & 31];
        text[^1] = CheckOf(text[..^1]);
        return new Reference(new string(text));
    }

    public static Reference Parse(string text) =>
        Read(text) ?? throw new RuleBroken(Refusal.Because("ticket.unknown"));

    /// <summary>Null when the text is no reference: wrong length, wrong letter or wrong check character.</summary>
    public static Reference? Read(string? text)
    {
        var plain = (text ?? "").Trim().TrimStart('#').Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (plain.Length != Length || plain.Any(c => !Letters.Contains(c)))
            return null;
        return CheckOf(plain.AsSpan(0, Length - 1)) == plain[^1] ? new Reference(plain) : null;
    }

    public override string ToString() => Value;

    private static char CheckOf(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var c in text)
            sum = TimesX(sum ^ Letters.IndexOf(c));
        return Letters[sum];
    }

    // Multiplication by x in GF(32) with x^5 + x^2 + 1: powers of x are all different, so weights never coincide.
    private static int TimesX(int value) => (value << 1) ^ ((value & 16) != 0 ? 0b100101 : 0);
}
