namespace Lupaus.Ground.Foundations;

public static class Instants
{
    /// <summary>UTC in whole milliseconds: what both databases can hold without rounding.</summary>
    public static DateTimeOffset Whole(this DateTimeOffset at) =>
        new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public static DateTimeOffset Now(this TimeProvider clock) => clock.GetUtcNow().Whole();
}
