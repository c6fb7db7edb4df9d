using System.Buffers.Binary;
using Lupaus.Language.Detecting;

namespace Lupaus.Language.Training;

/// <summary>Logistic regression by stochastic gradient descent, each weight with a pace of its own (Adagrad: Duchi, Hazan and Singer, JMLR 12, 2011).</summary>
internal sealed class Training
{
    private const float Pace = .12f;
    private const float Limit = 2.5f;

    private readonly float[] weights = new float[(WordFeatures.Rows + 1) * Kinds.Count];
    private readonly float[] squares = new float[(WordFeatures.Rows + 1) * Kinds.Count];
    private readonly List<int> features = [];

    public void Run(Spans spans, int count)
    {
        var loss = 0.0;
        for (var i = 1; i <= count; i++)
        {
            var (kind, words) = spans.Next();
            loss += Learn(kind, words, Pace * (1 - .9f * i / count));
            if (i % 500_000 != 0)
                continue;
            Console.WriteLine($"{i:N0} spans, loss {loss / 500_000:N4}");
            loss = 0;
        }
    }

    private double Learn(Kind kind, string[] words, float pace)
    {
        Collect(words);
        Span<float> odds = stackalloc float[Kinds.Count];
        odds.Clear();
        foreach (var feature in features)
            for (var k = 0; k < Kinds.Count; k++)
                odds[k] += weights[feature * Kinds.Count + k];
        var sum = 0f;
        var most = odds[0];
        foreach (var one in odds)
            most = Math.Max(most, one);
        foreach (ref var one in odds)
            sum += one = MathF.Exp(one - most);
        for (var k = 0; k < Kinds.Count; k++)
            odds[k] = odds[k] / sum - (k == (int)kind ? 1 : 0);

        foreach (var feature in features)
            for (var k = 0; k < Kinds.Count; k++)
            {
                var at = feature * Kinds.Count + k;
                squares[at] += odds[k] * odds[k];
                weights[at] = Math.Clamp(weights[at] - pace * odds[k] / MathF.Sqrt(squares[at] + 1e-1f), -Limit, Limit);
            }
        return -Math.Log(Math.Max(1e-9, 1 + odds[(int)kind]));
    }

    private void Collect(string[] words)
    {
        features.Clear();
        features.Add(WordFeatures.Rows);
        Span<char> frame = stackalloc char[WordFeatures.LongestWord + 2];
        Span<int> rows = stackalloc int[WordFeatures.MostRows];
        foreach (var word in words)
        {
            var length = WordFeatures.Frame(word, frame);
            foreach (var row in rows[..WordFeatures.Of(frame[..length], rows)])
                features.Add(row);
        }
    }

    public byte[] ToFile()
    {
        var file = new byte[LanguageModel.HeaderLength + WordFeatures.Rows * Kinds.Count];
        const float scale = Limit / 127;
        BinaryPrimitives.WriteSingleLittleEndian(file, scale);
        for (var k = 0; k < Kinds.Count; k++)
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan((1 + k) * sizeof(float)), weights[WordFeatures.Rows * Kinds.Count + k]);
        for (var i = 0; i < WordFeatures.Rows * Kinds.Count; i++)
            file[LanguageModel.HeaderLength + i] = unchecked((byte)(sbyte)MathF.Round(weights[i] / scale));
        return file;
    }
}
