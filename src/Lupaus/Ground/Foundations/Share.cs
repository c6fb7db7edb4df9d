namespace Lupaus.Ground.Foundations;

/// <summary>So many of so many, with how sure one can be of it: the Wilson score interval at 95 % (Wilson 1927).</summary>
public readonly record struct Share(int Count, int Of)
{
    /// <summary>Fewer are told as numbers alone: a percentage of a handful misleads.</summary>
    public const int FewestForPercent = 30;

    private const double Z = 1.959964;

    public bool IsTellable => Of >= FewestForPercent;

    /// <summary>From 0 to 1; 0 where there are none.</summary>
    public double Value => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>Where the true share lies, 95 times in a hundred; from 0 to 1 where there are none.</summary>
    public (double From, double To) Interval
    {
        get
        {
            if (Of == 0)
                return (0, 1);
            var (share, square) = (Value, Z * Z / Of);
            var centre = (share + (square / 2)) / (1 + square);
            var half = Z * Math.Sqrt((share * (1 - share) / Of) + (square / (4 * Of))) / (1 + square);
            return (Math.Max(0, centre - half), Math.Min(1, centre + half));
        }
    }
}
