namespace Lupaus.Language.Compounds;

/// <summary>One way to change a word's end (a line of SFX in hunspell(5)): entries with the mark drop <paramref name="Cut"/> and get <paramref name="Put"/> instead.</summary>
/// <param name="IsLink">What comes of it begins a compound and is no word by itself: "flicka", "flick-".</param>
internal sealed record Ending(ulong Mark, string Cut, string Put, EndPattern Where, bool IsLink);
