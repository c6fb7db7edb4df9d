using Lupaus.Work.Search;

namespace Lupaus.Tests.Work.Search;

public sealed class SearchTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("", "")]
    [InlineData("  junalippu ", "junalippu")]
    [InlineData("junalippu rikki", "junalippu|rikki…")]
    [InlineData("\"rahat takaisin\" heti", "[rahat takaisin]|heti…")]
    [InlineData("”rahat takaisin” ", "[rahat takaisin]")]
    [InlineData("\"kesken jäänyt", "[kesken jäänyt]")]
    [InlineData("\"\" \" \"", "")]
    [InlineData("klo:12 http://x", "klo:12|http://x…")]
    public void Words_and_phrases_are_told_apart_and_the_last_may_be_unfinished(string typed, string words) =>
        string.Join('|', SearchText.Read(typed).Words.Select(w => w.IsPhrase ? $"[{w.Text}]" : w.Text + (w.IsUnfinished ? "…" : ""))).ShouldBe(words);

    [Theory]
    [InlineData("owner:me", SearchBy.Owner, "me")]
    [InlineData("VASTUU:Maija", SearchBy.Owner, "Maija")]
    [InlineData("ämne:\"Nya sidor\"", SearchBy.Topic, "Nya sidor")]
    [InlineData("on:liite", SearchBy.Has, "liite")]
    [InlineData("pyytäjä:kaikki", SearchBy.Requester, "kaikki")]
    [InlineData("beställare:Antti", SearchBy.Requester, "Antti")]
    public void A_filter_has_its_name_in_three_languages(string typed, SearchBy by, string value) =>
        SearchText.Read(typed).Filters.ShouldBe([new SearchFilter(by, value)]);

    [Fact]
    public void A_filter_without_a_value_is_a_word() => SearchText.Read("owner: x").Words.Count.ShouldBe(2);

    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("24.12.2025", "2025-12-24")]
    [InlineData("24.12.", "2025-12-24")]
    [InlineData("1.11", "2026-11-01")]
    [InlineData("29.2.", null)]
    [InlineData("joskus", null)]
    public void A_day_without_its_year_is_the_last_one_there_was(string value, string? day) =>
        new SearchFilter(SearchBy.Before, value).Day(Today).ShouldBe(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("state:perhaps", "search.state")]
    [InlineData("has:money", "search.has")]
    [InlineData("before:sometime", "search.day")]
    [InlineData("state:closed", null)]
    public void What_could_never_find_anything_is_said(string typed, string? refusal) =>
        SearchText.Read(typed).Filters.Single().WhyNot(Today)?.Key.ShouldBe(refusal);

    [Fact]
    public void Much_text_is_cut_and_no_text_is_too_strange()
    {
        SearchText.Read(new string('"', 5000)).Words.ShouldBeEmpty();
        SearchText.Read(string.Concat(Enumerable.Repeat("a ", 5000))).Words.Count.ShouldBe(SearchText.MostPieces);
        SearchText.Read("\ud800:\udc00 \"").Words.Count.ShouldBe(1);
    }
}
