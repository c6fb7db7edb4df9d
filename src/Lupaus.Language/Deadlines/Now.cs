namespace Lupaus.Language.Deadlines;

/// <summary>Where and when the text is read: what day and time it is on the wall there, and from the wall back to instants.</summary>
internal sealed class Now
{
    private readonly TimeZoneInfo zone;

    public Now(DateTimeOffset at, TimeZoneInfo zone)
    {
        this.zone = zone;
        At = TimeZoneInfo.ConvertTime(at, zone);
        Today = DateOnly.FromDateTime(At.DateTime);
    }

    public DateTimeOffset At { get; }

    public DateOnly Today { get; }

    public DateOnly Monday => Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));

    public DateTimeOffset Midnight(DateOnly day) => InstantOf(day, 0);

    /// <summary>Minutes may pass 24 hours, into the next day.</summary>
    public DateTimeOffset InstantOf(DateOnly day, int minutes)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        if (!zone.IsAmbiguousTime(local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        // The greater offset is the earlier instant; when that is over, the clock shows the time once more.
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        var earlier = new DateTimeOffset(local, offsets.Max());
        return earlier > At ? earlier : new DateTimeOffset(local, offsets.Min());
    }

    public DateTimeOffset After(TimeSpan time) => TimeZoneInfo.ConvertTime(At + time, zone);
}
