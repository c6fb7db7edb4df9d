using System.Diagnostics;
using Read = Lupaus.Language.Deadlines.Deadlines;

namespace Lupaus.Language.Tests.Deadlines;

public sealed class AnyTextTests
{
    private static readonly TimeZoneInfo Helsinki = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Words_in_any_order_never_throw_and_what_is_found_lies_within_the_text()
    {
        var random = new Random(20261122);
        var words = Samples.Rows("deadlines.tsv").SelectMany(row => row["text"].Split(' ')).Concat(["\ud800", "\udc00x", "9999", "\0", "31.2.", "24:00", "0"]).ToArray();

        for (var i = 0; i < 3000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", random.GetItems(words, random.Next(1, 12)));
            foreach (var found in Read.AllIn(text, Start.AddMinutes(random.Next(525_600)), Helsinki))
            {
                found.Words.Of(text).ShouldNotBeNullOrWhiteSpace();
                found.Latest.ShouldBeGreaterThanOrEqualTo(found.At);
            }
        }
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("by ")]
    [InlineData("perjantaina ")]
    [InlineData("12:")]
    [InlineData("ä̈")]
    [InlineData("\ud83d")]
    public void Twice_the_text_takes_about_twice_the_time(string part)
    {
        var shorter = TimeFor(part, 10_000);
        var longer = TimeFor(part, 100_000);

        // A hundredfold is what a square would take; a busy machine may well take thirty.
        longer.ShouldBeLessThan((shorter * 40) + TimeSpan.FromMilliseconds(200));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void A_clock_that_is_centuries_wrong_finds_nothing_and_breaks_nothing(string now)
    {
        Read.In("huomenna", DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.Utc).ShouldBeNull();
    }

    private static TimeSpan TimeFor(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
        var watch = Stopwatch.StartNew();
        Read.AllIn(text, Start, Helsinki);
        return watch.Elapsed;
    }
}
