namespace Lupaus.Ground.Calendar;

/// <summary>A whole local day on which the company is closed by its own choice: an outing, a move, a one-person firm's holiday.</summary>
public sealed class ClosedDay
{
    private ClosedDay() { }

    public long Id { get; private init; }

    public DateOnly Day { get; private init; }

    public string Name { get; private init; } = "";

    /// <exception cref="RuleBroken">"closedday.name" when the name is missing or longer than <see cref="Limits.Name"/>.</exception>
    public static ClosedDay On(DateOnly day, string name, DateTimeOffset now)
    {
        WhyNotCall(name).StopIfAny();
        return new ClosedDay { Id = Ids.Next(now), Day = day, Name = name.OneLine() };
    }

    /// <summary>
    /// "closedday.past", or "closedday.promises" while promises fall on that day and nobody has said that they stand:
    /// closing moves none of them.
    /// </summary>
    public static Refusal? WhyNotClose(DateOnly day, DateOnly today, int promisesInside, bool promisesStand) =>
        day < today ? Refusal.Because("closedday.past") :
        promisesInside > 0 && !promisesStand ? Refusal.Because("closedday.promises").With("count", promisesInside) :
        null;

    public static Refusal? WhyNotCall(string name) =>
        name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("closedday.name").With("limit", Limits.Name) : null;
}
