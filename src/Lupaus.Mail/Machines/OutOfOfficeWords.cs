namespace Lupaus.Mail.Machines;

/// <summary>How out-of-office replies call themselves, in Finnish, Swedish, English and, as they come too, German and Norwegian.</summary>
internal static class OutOfOfficeWords
{
    // What only programs write, at the beginning of a subject.
    private static readonly string[] Certain =
    [
        "automaattinen vastaus", "automaattivastaus", "poissaoloviesti", "poissaoloilmoitus", "poissaolovastaus", "lomavastaus", "poissa toimistosta:", "poissa:",
        "autosvar", "automatiskt svar", "automatsvar", "frånvaromeddelande", "frånvaroassistent", "frånvaro:", "frånvarande:", "inte på kontoret:",
        "automatic reply", "auto reply", "autoreply", "auto-reply", "auto response", "autoresponse", "auto-response", "automated reply", "automated response", "out of office", "out-of-office", "out of the office", "vacation reply", "vacation response", "ooo:", "oof:",
        "abwesenheitsnotiz", "automatische antwort", "automatisk svar", "fraværsbesked", "fravær:",
    ];

    // What a person might write too: it counts only beside another sign of a machine.
    private static readonly string[] Possible =
    [
        "poissa", "olen poissa", "olen lomalla", "lomalla", "vuosilomalla", "vuosiloma", "kesälomalla", "perhevapaalla", "opintovapaalla", "virkavapaalla", "sairauslomalla", "en ole tavoitettavissa",
        "frånvaro", "frånvarande", "semester", "på semester", "jag är på semester", "tjänstledig", "föräldraledig", "inte på kontoret", "ej på kontoret",
        "away", "i am away", "i'm away", "on vacation", "on holiday", "on leave", "annual leave", "vacation", "holiday", "parental leave", "ooo", "auto:", "automatic",
    ];

    public static bool AreCertain(string subject) => Begins(subject, Certain);

    public static bool ArePossible(string subject) => Begins(subject, Possible);

    private static bool Begins(string subject, string[] phrases)
    {
        var text = subject.AsSpan().TrimStart(" [*(");
        foreach (var phrase in phrases)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (text.Length == phrase.Length || !char.IsLetter(phrase[^1]) || !char.IsLetter(text[phrase.Length])))
                return true;
        }
        return false;
    }
}
