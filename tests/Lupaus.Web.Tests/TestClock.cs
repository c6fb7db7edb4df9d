namespace Lupaus.Web.Tests;

/// <summary>A clock that stands still until it is told otherwise. Timers on it never fire by themselves.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now.ToUniversalTime();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public void Becomes(DateTimeOffset moment) => now = moment.ToUniversalTime();

    public void Passes(TimeSpan time) => now += time;
}
