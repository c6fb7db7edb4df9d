namespace Lupaus.Language.Moods;

/// <param name="Score">How strong, from -1 (dissatisfied) to 1 (satisfied).</param>
/// <param name="Evidence">The words it rests on, as they stand in the text. All that was found, also what speaks against the mood.</param>
public sealed record MoodFound(Mood Mood, double Score, IReadOnlyList<MoodEvidence> Evidence);
