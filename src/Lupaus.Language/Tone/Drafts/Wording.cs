namespace Lupaus.Language.Tone.Drafts;

/// <summary>Puts a word in the place of another.</summary>
internal static class Wording
{
    /// <summary>With a capital if the words it stands for have one.</summary>
    public static string? Like(ReadOnlySpan<char> old, string? instead) =>
        instead is { Length: > 0 } && old.Length > 0 && char.IsUpper(old[0]) ? char.ToUpperInvariant(instead[0]) + instead[1..] : instead;
}
