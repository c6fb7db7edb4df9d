using Lupaus.Ground.Calendar;

namespace Lupaus.Tests.Ground.Calendar;

public class WorkingHoursTests
{
    [Fact]
    public void Working_hours_become_what_was_agreed()
    {
        var hours = new WorkingHours(new AgentId(1), WeeklyHours.Office);

        hours.Become(WeeklyHours.Parse("Mon-Thu 08:00-14:00"));

        hours.Weekly.ToString().ShouldBe("Mon-Thu 08:00-14:00");
    }
}
