using Lupaus.Ground.Calendar;

namespace Lupaus.Tests.Ground.Calendar;

public class DaySpanTests
{
    [Theory]
    [InlineData(-1, 60)]
    [InlineData(60, 60)]
    [InlineData(61, 60)]
    [InlineData(0, 1441)]
    public void A_span_that_is_no_part_of_a_day_cannot_be_made(int from, int to)
    {
        var making = () => { _ = new DaySpan(from, to); };

        var refusal = making.ShouldThrow<RuleBroken>().Refusal;

        refusal.Key.ShouldBe("hours.span");
    }

    [Fact]
    public void A_span_may_be_the_whole_day()
    {
        var span = new DaySpan(0, 1440);

        var written = span.ToString();

        written.ShouldBe("00:00-24:00");
    }
}
