using FsCheck;
using FsCheck.Fluent;
using Lupaus.Ground.Calendar;

namespace Lupaus.Tests.Ground.Calendar;

/// <summary>What must hold for any hours at any moment; every other moment is near a change of clocks or a holiday.</summary>
public class OpenTimeProperties
{
    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static readonly Arbitrary<Scene> Scenes = (
        from hours in Gen.Elements(
            "Mon-Fri 09:00-16:00",
            "Mon-Sun 00:00-24:00",
            "Mon-Sun 00:00-06:00 22:00-24:00",
            "Mon 09:00-12:00 13:00-16:30; Tue-Fri 09:00-16:00; Sat 10:00-14:00",
            "Sat-Sun 01:00-03:20 03:40-09:07; Mon 00:00-00:01",
            "Sun 03:10-03:50 03:55-04:05")
        from eves in Gen.Elements(true, false)
        from near in Gen.Elements("2026-01-01", "2026-03-28", "2026-04-02", "2026-06-18", "2026-10-24", "2026-12-23")
        from away in Gen.Frequency((1, Gen.Choose(0, 3 * 86_400)), (1, Gen.Choose(0, 365 * 86_400)))
        from length in Gen.Frequency((1, Gen.Choose(0, 7_200)), (1, Gen.Choose(0, 30 * 86_400)))
        let at = new DateTimeOffset(Helsinki.Day(near), TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(away)
        select new Scene(hours, eves, at, TimeSpan.FromSeconds(length)))
        .ToArbitrary();

    [Fact]
    public void So_much_open_time_after_a_moment_is_so_much_open_time_from_it() => Always(scene =>
        scene.Open.Between(scene.At, scene.Open.After(scene.At, scene.Length)) == scene.Length);

    [Fact]
    public void The_open_time_until_an_open_moment_leads_to_that_moment() => Always(scene =>
        scene.Open.NextOpening(scene.At + scene.Length)!.Value.AddTicks(1) is var moment &&
        scene.Open.After(scene.At, scene.Open.Between(scene.At, moment)) == moment);

    [Fact]
    public void Open_time_adds_up() => Always(scene =>
        scene.Open.Between(scene.At, scene.At + scene.Length) + scene.Open.Between(scene.At + scene.Length, scene.At + (2 * scene.Length)) ==
        scene.Open.Between(scene.At, scene.At + (2 * scene.Length)));

    [Fact]
    public void Spans_are_in_order_apart_and_in_UTC() => Always(scene =>
        scene.Open.SpansFrom(scene.At).Take(20).ToArray() is var spans &&
        spans[0].From >= scene.At &&
        spans.All(span => span.From < span.To && span.From.Offset == TimeSpan.Zero && span.To.Offset == TimeSpan.Zero) &&
        spans.Zip(spans.Skip(1)).All(pair => pair.First.To < pair.Second.From));

    [Fact]
    public void We_are_open_within_spans_and_closed_between_them() => Always(scene =>
        scene.Open.CurrentOrNext(scene.At)!.Value is var span &&
        scene.Open.IsOpenAt(scene.At) == (span.From == scene.At) &&
        scene.Open.IsOpenAt(span.From) && scene.Open.IsOpenAt(span.To.AddTicks(-1)) && !scene.Open.IsOpenAt(span.To));

    [Fact]
    public void A_rounded_time_is_never_earlier_and_never_outside_the_span() => Always(scene =>
        scene.Open.CurrentOrNext(scene.At)!.Value is var span &&
        scene.Open.RoundUp(span.From, scene.Step) is var rounded &&
        rounded >= span.From && rounded <= span.To && rounded - span.From < scene.Step);

    [Fact]
    public void A_rounded_time_is_round_or_closing_time() => Always(scene =>
        scene.Open.CurrentOrNext(scene.At)!.Value is var span &&
        scene.Open.RoundUp(span.From, scene.Step) is var rounded &&
        (rounded == span.To || scene.Open.Zone.LocalOf(rounded).TimeOfDay.Ticks % scene.Step.Ticks == 0));

    [Fact]
    public void Rounding_twice_is_the_same_as_rounding_once() => Always(scene =>
        scene.Open.RoundUp(scene.At, scene.Step) is var rounded && scene.Open.RoundUp(rounded, scene.Step) == rounded);

    private static void Always(Func<Scene, bool> holds) => Prop.ForAll(Scenes, holds).Check(Thoroughly);

    private sealed record Scene(string Hours, bool Eves, DateTimeOffset At, TimeSpan Length)
    {
        public OpeningHours Open { get; } = new(WeeklyHours.Parse(Hours), Helsinki.Zone, Eves);

        public TimeSpan Step => TimeSpan.FromMinutes(new[] { 5, 15, 30, 60 }[(int)(Length.TotalSeconds % 4)]);
    }
}
