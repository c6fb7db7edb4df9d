using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

public class OpeningHoursTests
{
    [Theory]
    [InlineData("2026-05-04 08:59", false)]
    [InlineData("2026-05-04 09:00", true)]
    [InlineData("2026-05-04 15:59", true)]
    [InlineData("2026-05-04 16:00", false)]
    [InlineData("2026-05-02 12:00", false)]
    [InlineData("2026-05-01 12:00", false)]
    [InlineData("2026-12-24 12:00", false)]
    public void The_office_is_open_on_weekdays_but_not_on_holidays_and_eves(string clock, bool open)
    {
        var moment = At(clock);

        var isOpen = Office.IsOpenAt(moment);

        isOpen.ShouldBe(open);
    }

    [Fact]
    public void Eves_may_be_ordinary_days_where_the_company_says_so()
    {
        var hours = new OpeningHours(WeeklyHours.Office, Zone, eves: false);

        var isOpen = hours.IsOpenAt(At("2026-12-24 12:00"));

        isOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_day_of_our_own_closing_is_closed()
    {
        var hours = new OpeningHours(WeeklyHours.Office, Zone, closures: [Day("2026-05-05")]);

        var isClosed = hours.IsClosedOn(Day("2026-05-05"));

        isClosed.ShouldBeTrue();
        hours.IsClosedOn(Day("2026-05-06")).ShouldBeFalse();
    }

    [Fact]
    public void Open_time_stands_still_over_lunch_night_and_weekend()
    {
        var hours = Open("Mon-Fri 09:00-12:00 13:00-16:00");

        var after = hours.After(At("2026-05-08 11:00"), TimeSpan.FromHours(5));

        after.ShouldBe(At("2026-05-11 10:00"));
    }

    [Fact]
    public void Open_time_that_just_fills_a_span_ends_with_it()
    {
        var start = At("2026-05-04 13:00");

        var after = Office.After(start, TimeSpan.FromHours(3));

        after.ShouldBe(At("2026-05-04 16:00"));
    }

    [Fact]
    public void No_open_time_at_all_is_the_start_of_the_next_open_moment()
    {
        var closing = At("2026-05-08 16:00");

        var after = Office.After(closing, TimeSpan.Zero);

        after.ShouldBe(At("2026-05-11 09:00"));
        after.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Easter_is_waited_through()
    {
        var maundyThursday = At("2026-04-02 15:00");

        var after = Office.After(maundyThursday, TimeSpan.FromHours(2));

        after.ShouldBe(At("2026-04-07 10:00"));
    }

    [Fact]
    public void Hours_that_never_open_say_so()
    {
        var never = Open("");

        var refusal = Should.Throw<RuleBroken>(() => never.After(At("2026-05-04 09:00"), TimeSpan.FromHours(1))).Refusal;

        refusal.Key.ShouldBe("hours.never");
        never.NextOpening(At("2026-05-04 09:00")).ShouldBeNull();
        never.CurrentOrNext(At("2026-05-04 09:00")).ShouldBeNull();
    }

    [Fact]
    public void A_closing_of_399_days_is_waited_through_and_one_of_400_is_not()
    {
        var first = Day("2026-05-04");
        OpeningHours ClosedFor(int days) => new(WeeklyHours.Always, Zone, closures: Enumerable.Range(0, days).Select(first.AddDays));

        var openings = new[] { 399, 400 }.Select(days => ClosedFor(days).NextOpening(At("2026-05-04 09:00"))).ToArray();

        openings.ShouldBe([At("2027-06-07 00:00"), null]);
    }

    [Fact]
    public void A_night_shift_is_one_span_over_midnight()
    {
        var hours = Open("Mon 22:00-24:00; Tue 00:00-06:00");

        var span = hours.CurrentOrNext(At("2026-05-04 23:00"));

        span.ShouldBe(new OpenSpan(At("2026-05-04 23:00"), At("2026-05-05 06:00")));
    }

    [Fact]
    public void Working_days_are_counted_with_both_ends_and_without_holidays()
    {
        var (monday, nextMonday) = (Day("2026-04-27"), Day("2026-05-04"));

        var days = Office.WorkingDaysBetween(monday, nextMonday);

        days.ShouldBe(5);
        Office.WorkingDaysBetween(nextMonday, monday).ShouldBe(0);
    }

    [Fact]
    public void A_day_touched_only_outside_its_open_time_is_no_working_day()
    {
        var (mondayEvening, thursdayMorning) = (At("2026-05-04 17:00"), At("2026-05-07 08:00"));

        var days = Office.WorkingDays(mondayEvening, thursdayMorning);

        days.ShouldBe([Day("2026-05-05"), Day("2026-05-06")]);
    }
}
