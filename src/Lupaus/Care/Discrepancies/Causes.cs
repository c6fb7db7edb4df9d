using Lupaus.Core.Tickets;

namespace Lupaus.Care.Discrepancies;

/// <summary>So many discrepancies about one system, settled with one cause and one word that held.</summary>
public sealed record Alike(string System, string SystemKey, DiscrepancyCause Cause, WhichHolds Holds, int Count);

/// <summary>A number, and how many in a hundred it is where there are enough of them to say so.</summary>
public sealed record Counted<T>(T What, int Count, int? InHundred);

/// <summary>A system or document by the name most people call it, and what was wrong with it.</summary>
public sealed record BySystem(string Name, string Key, int Count, int? InHundred, IReadOnlyList<Counted<DiscrepancyCause>> Causes);

/// <summary>
/// What came of the discrepancies that were settled within a time: why the two words differed, in which systems, and
/// which of them held. It is about systems and ways of working; neither customers nor colleagues are counted.
/// </summary>
public sealed record Causes(int All, IReadOnlyList<Counted<DiscrepancyCause>> ByCause, IReadOnlyList<BySystem> Systems, IReadOnlyList<Counted<WhichHolds>> ByWord)
{
    /// <summary>Of fewer than this nothing is said in percents: one more or less would turn the picture.</summary>
    public const int EnoughForShares = 30;

    public static Causes Of(IReadOnlyCollection<Alike> settled)
    {
        var all = settled.Sum(s => s.Count);
        return new Causes(all, Count(settled, s => s.Cause, all), InSystems(settled, all), Count(settled, s => s.Holds, all));
    }

    private static IReadOnlyList<BySystem> InSystems(IReadOnlyCollection<Alike> settled, int all) =>
    [
        .. settled.GroupBy(s => s.SystemKey).Select(g => (Key: g.Key, Name: MostUsed(g), Count: g.Sum(s => s.Count), Rows: g.ToArray()))
            .OrderByDescending(g => g.Count).ThenBy(g => g.Name, StringComparer.InvariantCulture)
            .Select(g => new BySystem(g.Name, g.Key, g.Count, Share(g.Count, all), Count(g.Rows, s => s.Cause, g.Count))),
    ];

    private static string MostUsed(IEnumerable<Alike> rows) =>
        rows.GroupBy(r => r.System).OrderByDescending(g => g.Sum(r => r.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    private static IReadOnlyList<Counted<T>> Count<T>(IEnumerable<Alike> rows, Func<Alike, T> by, int all) where T : struct, Enum =>
    [
        .. rows.GroupBy(by).Select(g => (What: g.Key, Count: g.Sum(r => r.Count))).OrderByDescending(c => c.Count).ThenBy(c => c.What)
            .Select(c => new Counted<T>(c.What, c.Count, Share(c.Count, all))),
    ];

    private static int? Share(int count, int all) => all < EnoughForShares ? null : (int)Math.Round(100.0 * count / all, MidpointRounding.AwayFromZero);
}
