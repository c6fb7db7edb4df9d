using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lupaus.Language.Detecting;

/// <summary>
/// A logistic regression over <see cref="WordFeatures"/>: a row of eight small weights for each, in steps of a scale. The file is the
/// scale as a little-endian float, the prior of each kind as floats, and the rows. tools/Lupaus.Language.Training makes it and tells from what.
/// </summary>
internal sealed class LanguageModel
{
    public const int HeaderLength = sizeof(float) * (1 + Kinds.Count);

    private readonly float scale;
    private readonly Scores prior;
    private readonly long[] rows;

    public LanguageModel(ReadOnlySpan<byte> file)
    {
        scale = ReadFloat(file, 0);
        for (var kind = 0; kind < Kinds.Count; kind++)
            prior[kind] = ReadFloat(file, 1 + kind);
        rows = MemoryMarshal.Cast<byte, long>(file.Slice(HeaderLength, WordFeatures.Rows * Kinds.Count)).ToArray();
    }

    public Scores Prior => prior;

    /// <summary>What one word says.</summary>
    public Scores Of(ReadOnlySpan<char> frame)
    {
        Span<int> features = stackalloc int[WordFeatures.MostRows];
        var count = WordFeatures.Of(frame, features);
        var sum = Vector128<short>.Zero;
        foreach (var feature in features[..count])
            sum += Vector128.WidenLower(Vector128.CreateScalar(rows[feature]).AsSByte());

        var scores = default(Scores);
        for (var kind = 0; kind < Kinds.Count; kind++)
            scores[kind] = sum[kind] * scale;
        return scores;
    }

    public static LanguageModel Load()
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream("languages.model")
            ?? throw new InvalidOperationException("The language model is built into the assembly.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new LanguageModel(file);
    }

    private static float ReadFloat(ReadOnlySpan<byte> file, int index) =>
        System.Buffers.Binary.BinaryPrimitives.ReadSingleLittleEndian(file[(index * sizeof(float))..]);
}
