namespace Lupaus.Language.Abuse;

/// <param name="Level">The worst of what was found.</param>
/// <param name="Evidence">The words it rests on, as they stand in the text.</param>
public sealed record AbuseFound(AbuseLevel Level, IReadOnlyList<AbuseEvidence> Evidence);
