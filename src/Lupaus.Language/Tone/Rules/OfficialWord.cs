namespace Lupaus.Language.Tone.Rules;

/// <summary>What could stand in an official word's place in the same form, if anything, and where alone the word is one.</summary>
internal sealed record OfficialWord(string? Instead, Only Only = Only.Anywhere);

internal enum Only { Anywhere, AfterGenitive, AfterNoun, NotAfterBeing, BeforeDot, Never }
