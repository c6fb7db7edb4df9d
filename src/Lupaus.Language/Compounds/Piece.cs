namespace Lupaus.Language.Compounds;

/// <summary>A compound's piece as it stands there, and the words it may be: "löne", "lön".</summary>
/// <param name="IsStranger">The dictionary doesn't know it.</param>
internal sealed record Piece(string Form, IReadOnlyList<string> Lemmas, bool IsStranger = false);
