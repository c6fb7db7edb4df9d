namespace Lupaus.Language.Deadlines.Pieces;

internal sealed record Settled(FoundDeadline Deadline, bool IsLimit);
