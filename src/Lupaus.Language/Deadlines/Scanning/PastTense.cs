using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Scanning;

/// <summary>
/// Verbs that tell what has been, by their endings: Finnish "toimitettiin" and "saanut", Swedish "betalade". What has no such ending is listed
/// with each language; English -ed is listed too, for "needed" and "be delivered" look ahead.
/// </summary>
internal static class PastTense
{
    public static readonly KnownWord Unlisted = Made();

    private static readonly string[] Endings = ["ttiin", "äsin", "asimme", "äsimme", "anut", "enut", "inut", "onut", "unut", "änyt", "enyt", "inyt", "ynyt", "önyt", "llut", "rrut", "ssut", "nnut", "llyt", "nnyt", "ssyt", "hnyt", "ade", "ades"];

    public static bool Sounds(ReadOnlySpan<char> word)
    {
        if (word.Length < 6 || word.EndsWith("grade", StringComparison.OrdinalIgnoreCase) || word.EndsWith("cade", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static KnownWord Made()
    {
        var word = new KnownWord("");
        word.Means(Slot.Past, 0);
        return word;
    }
}
