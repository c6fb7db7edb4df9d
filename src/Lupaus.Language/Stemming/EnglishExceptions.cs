namespace Lupaus.Language.Stemming;

/// <summary>The words that Porter2 lists by name.</summary>
internal static class EnglishExceptions
{
    public static readonly Dictionary<string, string> Whole = new()
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    /// <summary>These are left alone once their plural is gone.</summary>
    public static readonly HashSet<string> AfterPlural = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];
}
