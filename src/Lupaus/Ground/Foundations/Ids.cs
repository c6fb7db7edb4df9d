namespace Lupaus.Ground.Foundations;

/// <summary>
/// Makes ids: 41 bits of milliseconds since 2025-01-01 UTC (lasts until 2094), 8 bits of node, 14 bits of counter.
/// They are known before saving, sort by time, and never go back, even when the machine's clock does.
/// </summary>
public static class Ids
{
    private const int NodeBits = 8;
    private const int CounterBits = 14;
    private static readonly long Epoch = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly Lock Turn = new();
    private static long last;

    /// <summary>Which of several web nodes on one database this process is: 0 to 255, set once at start.</summary>
    public static byte Node { get; set; }

    /// <summary>The least id that could have been made so long before this one.</summary>
    public static long Before(long id, TimeSpan span) =>
        Math.Max(0, (id >> (NodeBits + CounterBits)) - (long)span.TotalMilliseconds) << (NodeBits + CounterBits);

    public static long Next(DateTimeOffset now)
    {
        var moment = Math.Max(0, now.ToUnixTimeMilliseconds() - Epoch) << CounterBits;
        lock (Turn)
        {
            // `last` holds milliseconds and counter together, so a full counter simply borrows the next millisecond.
            last = Math.Max(moment, last + 1);
            var milliseconds = last >> CounterBits;
            var counter = last & ((1L << CounterBits) - 1);
            return (milliseconds << (NodeBits + CounterBits)) | ((long)Node << CounterBits) | counter;
        }
    }
}
