using Lupaus.Core.Tickets;

namespace Lupaus.Core.Queue;

/// <summary>
/// One in so many tickets that an agent takes from the common line is the one that has waited longest of those they can serve. So nobody is
/// overtaken by more than (every − 1) · (r + A) later ones, where r stood in line before them and A agents can serve them: each turn of the longest
/// waiting takes one of those r, and an agent takes fewer than <paramref name="Every"/> others between two such turns. The bound is attained.
/// </summary>
/// <param name="Every">From 2, which is first come first served with an express door, to 4, which is order by promises with a conscience.</param>
public readonly record struct Turns(int Every)
{
    public static Turns Usual { get; } = new(3);

    /// <param name="taken">How many the agent has taken from the common line before.</param>
    public bool IsForLongestWaiting(int taken) => taken % Every == Every - 1;

    public int MostOvertakers(int ahead, int agents) => (Every - 1) * (ahead + agents);

    /// <summary>Which one of those an agent can serve is next, and why; null when nothing waits.</summary>
    /// <param name="firsts">At least the first in order, of each kind that the agent serves.</param>
    /// <param name="longest">At least the one who has waited longest, of each kind.</param>
    public (Waiting Ticket, WhyNext Why)? Next(IEnumerable<Waiting> firsts, IEnumerable<Waiting> longest, int taken, DateTimeOffset now)
    {
        Waiting? best = null;
        if (IsForLongestWaiting(taken))
        {
            foreach (var one in longest)
                if (best is not { } before || one.HasWaitedLongerThan(before))
                    best = one;
            return best is { } oldest ? (oldest, WhyNext.LongestWaiting) : null;
        }
        foreach (var one in firsts)
            if (best is not { } before || one.PlaceAt(now).CompareTo(before.PlaceAt(now)) < 0)
                best = one;
        return best is { } first ? (first, first.PlaceAt(now).Why) : null;
    }
}
