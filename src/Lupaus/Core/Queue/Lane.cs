namespace Lupaus.Core.Queue;

/// <summary>
/// A leaky bucket for each customer, so that one who brings fifty matters at once doesn't crowd out the rest: some come into the common line at
/// once, the others one by one, as a set share of what we can do. (The generic cell rate algorithm, ITU-T I.371.) All times are open time.
/// </summary>
/// <param name="AtOnce">So many of one customer's may come without waiting.</param>
/// <param name="Gap">Then one in each such time.</param>
public sealed record Lane(int AtOnce, TimeSpan Gap)
{
    /// <param name="effort">What a matter takes on average.</param>
    /// <param name="share">Of what all of us can do, from over 0 to 1.</param>
    public static Lane Of(int atOnce, double share, TimeSpan effort, int agents) => new(atOnce, effort / (share * Math.Max(1, agents)));

    /// <summary>How long a matter that comes now waits before it stands in the common line.</summary>
    /// <param name="earlier">How long ago the same customer's earlier ones came, oldest first.</param>
    public TimeSpan HoldAfter(IEnumerable<TimeSpan> earlier)
    {
        // The moment when the bucket would be empty, counted from now.
        var empty = TimeSpan.MinValue;
        foreach (var ago in earlier)
            empty = (empty > -ago ? empty : -ago) + Gap;
        var mine = (empty > TimeSpan.Zero ? empty : TimeSpan.Zero) + Gap;
        var hold = mine - (Gap * AtOnce);
        return hold > TimeSpan.Zero ? hold : TimeSpan.Zero;
    }
}
