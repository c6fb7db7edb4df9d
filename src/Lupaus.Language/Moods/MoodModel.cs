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

    /// <summary>One word makes up a short message; but "kiitos" alone is no more than that.</summary>
    private const double Most = 2;

    private const int Length = HeaderLength + (2 * MoodFeatures.Rows);

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
        var sums = byWord = new MoodLeaning[words.Count];
        var count = 0;
        MoodFeatures.Of(text, words, (row, word) =>
        {
            sums[word] += new MoodLeaning(rows[2 * row], rows[(2 * row) + 1]);
            count++;
        });
        var all = prior;
        var share = scale / MathF.Sqrt(Math.Max(1, count));
        for (var i = 0; i < sums.Length; i++)
            all += sums[i] *= share;
        return new MoodLeaning(Math.Clamp(all.Satisfied, -Most, Most), Math.Clamp(all.Dissatisfied, -Most, Most));
    }
}
