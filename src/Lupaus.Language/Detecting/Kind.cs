namespace Lupaus.Language.Detecting;

/// <summary>What the model tells apart. The neighbours of our languages are there so that they are not taken for ours.</summary>
internal enum Kind
{
    Finnish,
    Swedish,
    English,
    Estonian,
    NorwegianOrDanish,
    GermanOrDutch,
    OtherLatin,

    /// <summary>Names of people, which are of no language.</summary>
    Name,
}

internal static class Kinds
{
    public const int Count = 8;

    public static TextLanguage Language(this Kind kind) => kind switch
    {
        Kind.Finnish => TextLanguage.Finnish,
        Kind.Swedish => TextLanguage.Swedish,
        Kind.English => TextLanguage.English,
        _ => TextLanguage.Unknown,
    };
}
