using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Lupaus.Language.Lexicons;

namespace Lupaus.Language.Moods;

/// <summary>
/// A logistic regression over <see cref="MoodFeatures"/> for one language: how much likelier than a neutral message one is that is satisfied, and one
/// that is not. In the file each language has its scale and its two priors, as little-endian floats, and two small weights for each row.
/// tools/Lupaus.Language.Training makes it and tells from what.
/// </summary>
internal sealed class MoodModel
{
    public const int HeaderLength = 3 * sizeof(float);

    /// <summary>How much it may say of five words or more. Of one it says nothing: "kiitos" alone is no more than that.</summary>
    private const double Most = 2;

    private const int Length = HeaderLength + (2 * MoodFeatures.Rows);

    [ThreadStatic]
    private static List<MoodFeature>? remembered;

    private readonly float scale;
    private readonly MoodLeaning prior;
    private readonly sbyte[] rows;

    private MoodModel(ReadOnlySpan<byte> file)
    {
        scale = BinaryPrimitives.ReadSingleLittleEndian(file);
        prior = new MoodLeaning(BinaryPrimitives.ReadSingleLittleEndian(file[4..]), BinaryPrimitives.ReadSingleLittleEndian(file[8..]));
        rows = MemoryMarshal.Cast<byte, sbyte>(file[HeaderLength..]).ToArray();
    }

    /// <summary>Those of Finnish, Swedish and English.</summary>
    public static (MoodModel Finnish, MoodModel Swedish, MoodModel English) Load()
    {
        using var stream = typeof(MoodModel).Assembly.GetManifestResourceStream("moods.model")
            ?? throw new InvalidOperationException("The model of moods is built into the assembly.");
        var file = new byte[3 * Length];
        stream.ReadExactly(file);
        return (new(file.AsSpan(0, Length)), new(file.AsSpan(Length, Length)), new(file.AsSpan(2 * Length, Length)));
    }

    /// <param name="byWord">Gets what each word adds.</param>
    public MoodLeaning Of(string text, List<SaidWord> words, out MoodLeaning[] byWord)
    {
        var sums = new (int Satisfied, int Dissatisfied)[words.Count];
        var features = remembered ??= [];
        features.Clear();
        MoodFeatures.Of(text, words, features);
        foreach (var (row, word) in features)
        {
            sums[word].Satisfied += rows[2 * row];
            sums[word].Dissatisfied += rows[(2 * row) + 1];
        }
        var share = scale / MathF.Sqrt(Math.Max(1, features.Count));
        byWord = Array.ConvertAll(sums, sum => new MoodLeaning(sum.Satisfied, sum.Dissatisfied) * share);
        var all = byWord.Aggregate(prior, (one, other) => one + other);
        var most = Most * Math.Clamp((words.Count - 1) / 4.0, 0, 1);
        return new MoodLeaning(Math.Clamp(all.Satisfied, -most, most), Math.Clamp(all.Dissatisfied, -most, most));
    }
}
