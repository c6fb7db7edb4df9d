using System.Collections.Frozen;

namespace Lupaus.Language.Compounds;

/// <summary>What the dictionary doesn't tell: few words, each for a mistake that was seen.</summary>
internal static class Exceptions
{
    /// <summary>Words it has in compounds alone, or as another word's form, with its own marks.</summary>
    public static readonly (string Word, string Marks)[] Words = [("anmälan", "AY")];

    /// <summary>Beginnings it lacks, or doesn't tell whose they are.</summary>
    public static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Beginnings = new Dictionary<string, string>
    {
        ["gatu"] = "gata",
        ["års"] = "år",
        ["föräldra"] = "förälder",
        ["hyr"] = "hyra",
        ["kläd"] = "kläder",
        ["sop"] = "sopa",
        ["öppet"] = "öppet",
        ["sitt"] = "sitta",
        ["kör"] = "köra",
        ["läs"] = "läsa",
        ["rit"] = "rita",
        ["sid"] = "sida",
        ["res"] = "resa",
        ["tim"] = "timme",
        ["ögon"] = "öga",
    }.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words of two letters that many compounds begin with; others are mostly chance.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortBeginnings = Set("el öl is tv it te");

    /// <summary>And that they end with: "telefonkö".</summary>
    public static readonly FrozenSet<string> ShortEnds = "kö by".Split(' ').ToFrozenSet();

    /// <summary>They are prefixes far more often than the nouns they look like. A listed word that begins so stays whole.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes =
        Set("under över för före efter om sam miss van upp ut in från med mot till åter fram fort bort ned ner hop genom bakåt kring dis kon per gen besk ana littera");

    /// <summary>They look like words and are endings, or the ends of words from elsewhere: "storlek", "kunskap", "alfabet".</summary>
    public static readonly FrozenSet<string> NoEnds =
        "lek skap dom het bar sam ling ning ing inge else are ande ende eri inna ist ism ik tion ration läggning tik kor var log pol alt bet and van ung spa ton fan gen".Split(' ').ToFrozenSet();

    /// <summary>Words that only look as if they were made of others.</summary>
    public static readonly FrozenSet<string> Wholes = "cellist delfin frukost handel rapport storlek support kontakt kontur kontroll".Split(' ').ToFrozenSet();

    /// <summary>Words so common that they are hardly the forms of rare ones that they could be.</summary>
    public static readonly FrozenSet<string> Common = "är ni kan hur".Split(' ').ToFrozenSet();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) => words.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
}
