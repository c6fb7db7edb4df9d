using FsCheck;
using FsCheck.Fluent;
using Lupaus.Ground.Calendar;

namespace Lupaus.Tests.Ground.Calendar;

public class WeeklyHoursTests
{
    [Theory]
    [InlineData("Mon 09:00-12:00 13:00-16:30; Tue-Fri 09:00-16:00; Sat 10:00-14:00")]
    [InlineData("Mon-Sun 00:00-24:00")]
    [InlineData("Sun 22:00-24:00")]
    [InlineData("")]
    public void Hours_are_written_as_they_are_read(string text)
    {
        var hours = WeeklyHours.Parse(text);

        var written = hours.ToString();

        written.ShouldBe(text);
    }

    [Theory]
    [InlineData("tue 9:00-16:00;  MON 9:00-16:00 ;", "Mon-Tue 09:00-16:00")]
    [InlineData("Mon 13:00-16:00 09:00-12:00", "Mon 09:00-12:00 13:00-16:00")]
    [InlineData("Mon 12:00-16:00 09:00-12:00", "Mon 09:00-16:00")]
    [InlineData("Mon 09:00-16:00; Wed 09:00-16:00", "Mon 09:00-16:00; Wed 09:00-16:00")]
    [InlineData("  ", "")]
    public void Hours_have_one_way_of_being_written(string text, string one)
    {
        var hours = WeeklyHours.Parse(text);

        var written = hours.ToString();

        written.ShouldBe(one);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Mon")]
    [InlineData("09:00-16:00")]
    [InlineData("Maanantai 09:00-16:00")]
    [InlineData("Fri-Mon 09:00-16:00")]
    [InlineData("Mon-Tue-Wed 09:00-16:00")]
    [InlineData("Mon 09:00")]
    [InlineData("Mon 16:00-09:00")]
    [InlineData("Mon 09:00-09:00")]
    [InlineData("Mon 24:00-24:00")]
    [InlineData("Mon 09:00-24:30")]
    [InlineData("Mon 09:60-10:00")]
    [InlineData("Mon 09:00-13:00 12:00-16:00")]
    [InlineData("Mon-Fri 09:00-16:00; Fri 09:00-15:00")]
    public void What_is_no_weekly_hours_is_not_read(string? text)
    {
        var hours = WeeklyHours.Read(text);

        hours.ShouldBeNull();
    }

    [Fact]
    public void Hours_longer_than_the_limit_are_refused_with_a_reason()
    {
        var spans = Enumerable.Range(0, 50).Select(i => $"{i / 3:00}:{i % 3 * 20:00}-{i / 3:00}:{(i % 3 * 20) + 10:00}");
        var text = "Mon " + string.Join(' ', spans);

        var refusal = Should.Throw<RuleBroken>(() => WeeklyHours.Parse(text)).Refusal;

        refusal.Key.ShouldBe("hours.shape");
    }

    [Fact]
    public void Hours_know_their_spans_of_a_day()
    {
        var hours = WeeklyHours.Parse("Mon 09:00-12:00 13:00-16:30; Sun 00:00-24:00");

        var monday = hours.On(DayOfWeek.Monday);

        monday.ShouldBe([new DaySpan(540, 720), new DaySpan(780, 990)]);
        hours.On(DayOfWeek.Sunday).ShouldBe([new DaySpan(0, 1440)]);
        hours.On(DayOfWeek.Saturday).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_hours_are_equal_however_they_were_written()
    {
        var hours = WeeklyHours.Parse("Mon 9:00-16:00; Tue-Fri 09:00-12:00 12:00-16:00");

        var office = WeeklyHours.Office;

        hours.ShouldBe(office);
        hours.GetHashCode().ShouldBe(office.GetHashCode());
        hours.ShouldNotBe(WeeklyHours.Always);
    }

    [Fact]
    public void Hours_without_a_span_are_empty()
    {
        var hours = WeeklyHours.Parse("");

        var spans = Enum.GetValues<DayOfWeek>().SelectMany(hours.On);

        hours.IsEmpty.ShouldBeTrue();
        spans.ShouldBeEmpty();
    }

    [Fact]
    public void Any_text_is_either_refused_or_means_the_same_when_written_again()
    {
        var words = Gen.Elements(
            "Mon", "Tue-Fri", "Sat", "Fri-Mon", "09:00-12:00", "12:00-16:00", "0:00-24:00", ";", "; Wed", "", "-", "25:00-26:00");

        var texts = words.ArrayOf().Select(some => string.Join(' ', some)).ToArbitrary();

        Prop.ForAll(texts, text => WeeklyHours.Read(text) is not { } hours || WeeklyHours.Parse(hours.ToString()).Equals(hours))
            .QuickCheckThrowOnFailure();
    }
}
