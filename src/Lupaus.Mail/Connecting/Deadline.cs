namespace Lupaus.Mail.Connecting;

/// <summary>A moment by which something must be over, by a clock that nobody sets.</summary>
internal readonly record struct Deadline(long Milliseconds)
{
    public static Deadline In(TimeSpan time) => new(Environment.TickCount64 + (long)Math.Min(time.TotalMilliseconds, int.MaxValue));

    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, Milliseconds - Environment.TickCount64));
}
