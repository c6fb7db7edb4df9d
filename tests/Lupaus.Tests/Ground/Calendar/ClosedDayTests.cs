using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

public class ClosedDayTests
{
    private static readonly DateTimeOffset Now = At("2026-05-04 09:00");

    [Fact]
    public void A_closed_day_has_a_day_and_a_name_on_one_line()
    {
        var closed = ClosedDay.On(Day("2026-08-14"), " Kesäretki\r\nHankoon ", Now);

        var (day, name) = (closed.Day, closed.Name);

        day.ShouldBe(Day("2026-08-14"));
        name.ShouldBe("Kesäretki Hankoon");
    }

    [Fact]
    public void A_closed_day_needs_a_name_that_fits()
    {
        string[] names = ["", " \0 ", new string('a', Limits.Name + 1)];

        var refusals = names.Select(ClosedDay.WhyNotCall);

        refusals.ShouldAllBe(refusal => refusal!.Key == "closedday.name");
    }
}
