namespace Lupaus.Ground.Calendar;

/// <summary>Time during which we are open, in UTC: <c>From</c> belongs to it, <c>To</c> no longer does.</summary>
public readonly record struct OpenSpan(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To - From;
}
