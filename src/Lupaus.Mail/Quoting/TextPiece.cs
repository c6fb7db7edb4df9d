namespace Lupaus.Mail.Quoting;

/// <summary>A run of lines of one kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FirstLine">Its first line, counted from 0.</param>
/// <param name="Lines">How many lines it has; at least one.</param>
public readonly record struct TextPiece(PieceKind Kind, int FirstLine, int Lines);
