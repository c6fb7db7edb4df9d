namespace Lupaus.Web.Order.Upkeep;

/// <summary>A clock that the demo winds forward through the weeks it tells of.</summary>
internal sealed class DemoClock(DateTimeOffset from) : TimeProvider
{
    public DateTimeOffset Time { get; set; } = from.Whole();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Time;

    public override long GetTimestamp() => Time.UtcTicks;
}
