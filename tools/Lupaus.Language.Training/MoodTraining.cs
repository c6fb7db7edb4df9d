using System.Buffers.Binary;
using Lupaus.Language.Lexicons;
using Lupaus.Language.Moods;
using Lupaus.Language.Morphology;

namespace Lupaus.Language.Training;

/// <summary>Logistic regression by gradient descent over one language's messages, the same each time.</summary>
internal sealed class MoodTraining
{
    private const int Rounds = 12;
    private const int Moods = 3;

    private readonly float[] weights = new float[MoodFeatures.Rows * Moods];
    private readonly float[] priors = new float[Moods];

    public MoodTraining(IEnumerable<MoodText> texts)
    {
        var examples = texts.Select(text => (text.Mood, Rows: RowsOf(text))).ToArray();
        var random = new Random(20261123);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(examples);
            foreach (var (mood, rows) in examples)
                Learn(mood, rows, 0.5f / (1 + round));
        }
    }

    public Mood Guess(MoodText text) => (Mood)Array.IndexOf(Scores(RowsOf(text)), Scores(RowsOf(text)).Max());

    /// <summary>What <see cref="MoodModel"/> reads: how the two moods differ from neutral.</summary>
    public byte[] ToFile()
    {
        var file = new byte[MoodModel.HeaderLength + (2 * MoodFeatures.Rows)];
        var scale = Enumerable.Range(0, MoodFeatures.Rows).Max(row => Math.Max(Math.Abs(Over(row, Mood.Satisfied)), Math.Abs(Over(row, Mood.Dissatisfied)))) / 127;
        BinaryPrimitives.WriteSingleLittleEndian(file, scale);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(4), priors[(int)Mood.Satisfied] - priors[(int)Mood.Neutral]);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8), priors[(int)Mood.Dissatisfied] - priors[(int)Mood.Neutral]);
        for (var row = 0; row < MoodFeatures.Rows; row++)
        {
            file[MoodModel.HeaderLength + (2 * row)] = Step(Over(row, Mood.Satisfied) / scale);
            file[MoodModel.HeaderLength + (2 * row) + 1] = Step(Over(row, Mood.Dissatisfied) / scale);
        }
        return file;
    }

    private static byte Step(float weight) => unchecked((byte)(sbyte)MathF.Round(weight));

    private float Over(int row, Mood mood) => weights[(row * Moods) + (int)mood] - weights[(row * Moods) + (int)Mood.Neutral];

    private static int[] RowsOf(MoodText text)
    {
        var features = new List<MoodFeature>();
        MoodFeatures.Of(text.Text, SaidWords.Of(text.Text, new WordKeys(text.Language, Finnish.WithoutDictionary)).Words, features);
        return [.. features.Select(feature => feature.Row)];
    }

    private void Learn(Mood mood, int[] rows, float rate)
    {
        var scores = Scores(rows);
        var most = scores.Max();
        var sum = scores.Sum(score => MathF.Exp(score - most));
        for (var m = 0; m < Moods; m++)
        {
            var step = rate * ((m == (int)mood ? 1 : 0) - (MathF.Exp(scores[m] - most) / sum));
            priors[m] += step / 10;
            foreach (var row in rows)
                weights[(row * Moods) + m] += step / MathF.Sqrt(rows.Length);
        }
    }

    private float[] Scores(int[] rows) =>
        [.. Enumerable.Range(0, Moods).Select(m => priors[m] + (rows.Sum(row => weights[(row * Moods) + m]) / MathF.Sqrt(Math.Max(1, rows.Length))))];
}
