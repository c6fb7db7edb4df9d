namespace Lupaus.Ground.Identity;

/// <summary>
/// What may be a password: long, and not what anybody would try first. No rules of composition, which only make people
/// write Kesä2026! on a note (NIST SP 800-63B, 5.1.1.2).
/// </summary>
public static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    /// <summary>A name or the like shorter than this may happen to stand inside a good password.</summary>
    private const int LeastTelling = 4;

    // Seeds of what is tried first; they are repeated and followed by digits, as people do.
    private static readonly string[] Common =
    [
        "password", "passwort", "passw0rd", "salasana", "lösenord", "losenord", "qwerty", "qwertyuiop", "asdfghjkl", "asdfgh", "zxcvbnm", "letmein",
        "welcome", "tervetuloa", "kesä", "talvi", "suomi", "finland", "helsinki", "perkele", "admin", "administrator", "iloveyou", "rakastan", "abc", "abcdefghijkl",
        "aloita", "kissa", "koira", "jalkapallo", "jääkiekko", "football", "dragon", "monkey", "sunshine", "princess", "master", "lupaus", "asiakaspalvelu",
    ];

    /// <param name="own">Their name, address and company: what others know of them.</param>
    public static Refusal? WhyNotChoose(string? password, params IEnumerable<string> own)
    {
        if (password is null || password.Length < MinLength)
            return Refusal.Because("password.short").With("limit", MinLength);
        if (password.Length > MaxLength)
            return Refusal.Because("password.long").With("limit", MaxLength);
        var bare = Bare(password);
        return
            IsCommon(password, bare) ? Refusal.Because("password.common") :
            own.SelectMany(Parts).Any(part => bare.Contains(part, StringComparison.Ordinal)) ? Refusal.Because("password.own") :
            null;
    }

    private static bool IsCommon(string password, string bare)
    {
        const int FewestCharacters = 5;
        var letters = string.Concat(bare.Where(char.IsLetter));
        return password.Distinct().Count() < FewestCharacters
            || letters.Length == 0 && IsRow(bare)
            || Common.Any(word => letters.Length > 0 && letters.Length % word.Length == 0 && letters == string.Concat(Enumerable.Repeat(word, letters.Length / word.Length)));
    }

    /// <summary>123456789012, 987654321098 and the like.</summary>
    private static bool IsRow(string digits)
    {
        var steps = digits.Zip(digits.Skip(1), (a, b) => (b - a + 10) % 10).Distinct().ToArray();
        return steps.Length == 1;
    }

    /// <summary>"minna.salo@satama.example": the address, its local part and its domain's name; "Minna Salo": the whole name.</summary>
    private static IEnumerable<string> Parts(string own) =>
        own.Split('@').SelectMany((part, place) => place == 0 ? [own, part] : new[] { part.Split('.')[0] })
            .SelectMany(part => new[] { part, WithoutForm(part) })
            .Select(Bare).Where(part => part.Length >= LeastTelling);

    /// <summary>The company's name as people say it: "Satama Palvelut" for "Satama Palvelut Oy".</summary>
    private static string WithoutForm(string name) =>
        name.LastIndexOf(' ') is > 0 and var last && name[(last + 1)..].ToLowerInvariant() is "oy" or "ab" or "oyj" or "ky" or "tmi" or "ry" ? name[..name.LastIndexOf(' ')] : name;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
