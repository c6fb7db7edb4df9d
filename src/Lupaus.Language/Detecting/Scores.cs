using System.Runtime.CompilerServices;

namespace Lupaus.Language.Detecting;

/// <summary>How well a text goes with each <see cref="Kind"/>, in natural logarithms; only their differences mean anything.</summary>
[InlineArray(Kinds.Count)]
internal struct Scores
{
    private float first;

    public float this[Kind kind]
    {
        readonly get => this[(int)kind];
        set => this[(int)kind] = value;
    }

    public void Add(in Scores other)
    {
        for (var kind = 0; kind < Kinds.Count; kind++)
            this[kind] += other[kind];
    }

    public readonly Kind Best()
    {
        var best = 0;
        for (var kind = 1; kind < Kinds.Count; kind++)
            if (this[kind] > this[best])
                best = kind;
        return (Kind)best;
    }

    /// <summary>The best of all but one.</summary>
    public readonly float BestBut(Kind one)
    {
        var best = float.NegativeInfinity;
        for (var kind = 0; kind < Kinds.Count; kind++)
            if (kind != (int)one)
                best = Math.Max(best, this[kind]);
        return best;
    }
}
