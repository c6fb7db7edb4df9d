namespace Lupaus.Language;

/// <summary>The languages that Lupaus reads, and the honest fourth answer.</summary>
public enum TextLanguage
{
    Unknown,
    Finnish,
    Swedish,
    English,
}
