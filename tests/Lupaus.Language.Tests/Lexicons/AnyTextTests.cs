using System.Diagnostics;
using Lupaus.Language.Abuse;
using Lupaus.Language.Moods;
using Lupaus.Language.Tests.Morphology;

namespace Lupaus.Language.Tests.Lexicons;

public sealed class AnyTextTests
{
    private static readonly MoodReader moods = new(Dictionary.Finnish);
    private static readonly AbuseReader abuse = new(Dictionary.Finnish);

    [Fact]
    public void Words_in_any_order_never_throw_and_evidence_lies_within_the_text()
    {
        var random = new Random(20261123);
        var words = Samples.Rows("moods.tsv").Concat(Samples.Rows("abuse.tsv")).SelectMany(row => row["text"].Split(' '))
            .Concat(["\ud800", "\udc00x", "\0", "\n", ">", "--", "\u0308", "?!", "ei"]).ToArray();

        for (var i = 0; i < 3000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", random.GetItems(words, random.Next(1, 30)));
            var language = (TextLanguage)random.Next(4);
            var mood = moods.Read(text, language);
            foreach (var evidence in mood.Evidence)
                evidence.Words.Of(text).ShouldNotBeNullOrWhiteSpace();
            (mood.Mood == Mood.Neutral || mood.Evidence.Any(evidence => evidence.Weight > 0 == (mood.Mood == Mood.Satisfied))).ShouldBeTrue();
            foreach (var evidence in abuse.Read(text, language).Evidence)
                evidence.Words.Of(text).ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [InlineData("ei ")]
    [InlineData("mutta huono ")]
    [InlineData("kolme viikkoa ")]
    [InlineData("olet ")]
    [InlineData("!?")]
    [InlineData("\n>")]
    [InlineData("ä")]
    [InlineData("\ud83d")]
    public void Ten_times_the_text_takes_about_ten_times_the_time(string part)
    {
        TimeFor(part, 10_000);
        var shorter = TimeFor(part, 20_000);
        var longer = TimeFor(part, 200_000);

        // A hundredfold is what a square would take; a busy machine may well take thirty.
        longer.ShouldBeLessThan((shorter * 40) + TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Many_threads_share_one_reader()
    {
        var rows = Samples.Rows("moods.tsv");
        var alone = rows.Select(row => moods.Read(row["text"], TextLanguage.Unknown).Score).ToArray();
        var fresh = new MoodReader(Dictionary.Finnish);

        var together = rows.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(row => fresh.Read(row["text"], TextLanguage.Unknown).Score).ToArray();

        together.ShouldBe(alone);
    }

    private static TimeSpan TimeFor(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
        var watch = Stopwatch.StartNew();
        moods.Read(text, TextLanguage.Unknown);
        abuse.Read(text, TextLanguage.Unknown);
        return watch.Elapsed;
    }
}
