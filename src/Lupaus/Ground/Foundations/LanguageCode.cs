namespace Lupaus.Ground.Foundations;

/// <summary>The languages we speak (ISO 639-1).</summary>
public enum LanguageCode { Fi, Sv, En }

public static class LanguageCodes
{
    /// <summary>Lower-case ISO 639-1 code: fi, sv or en.</summary>
    public static string Code(this LanguageCode language) => language switch
    {
        LanguageCode.Fi => "fi",
        LanguageCode.Sv => "sv",
        _ => "en",
    };

    /// <summary>Reads a code or a culture name ("sv-FI"); null when it is none of ours.</summary>
    public static LanguageCode? Read(string? text) => text?.Trim().Split('-', '_')[0].ToLowerInvariant() switch
    {
        "fi" => LanguageCode.Fi,
        "sv" => LanguageCode.Sv,
        "en" => LanguageCode.En,
        _ => null,
    };
}
