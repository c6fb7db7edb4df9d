using Lupaus.Web.Looks;

namespace Lupaus.Web.Tests.Looks;

public sealed class PlainTextTests
{
    [Fact]
    public void Blank_lines_part_paragraphs_and_single_ones_break_the_line()
    {
        var paragraphs = PlainText.Paragraphs("\r\nHei!\r\n\r\n  \r\nTerveisin\r\nAino\n").ToList();

        paragraphs.Count.ShouldBe(2);
        paragraphs[1].ShouldBe([new("Terveisin"), new("", IsBreak: true), new("Aino")]);
    }

    [Theory]
    [InlineData("Katso https://juna.example/liput?x=1&y=2.", "https://juna.example/liput?x=1&y=2", "https://juna.example/liput?x=1&y=2")]
    [InlineData("(katso http://juna.example/a_(b))", "http://juna.example/a_(b)", "http://juna.example/a_(b)")]
    [InlineData("Osoite on aino.testinen+juna@example.fi, kiitos", "aino.testinen+juna@example.fi", "mailto:aino.testinen+juna@example.fi")]
    [InlineData("<https://juna.example>", "https://juna.example", "https://juna.example/")]
    [InlineData("”https://päivä.example/ö”", "https://päivä.example/ö", "https://xn--piv-9na8a.example/%C3%B6")]
    public void An_address_becomes_a_link_without_the_punctuation_around_it(string text, string shown, string link)
    {
        var found = Links(text).ShouldHaveSingleItem();

        found.Text.ShouldBe(shown);
        (found.Link == link || found.Link == link.Replace("xn--piv-9na8a", "päivä")).ShouldBeTrue(found.Link);
        string.Concat(PlainText.Paragraphs(text).SelectMany(p => p).Select(p => p.Text)).ShouldBe(text);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd ftp://juna.example")]
    [InlineData("https:// ja @ ja a@b")]
    [InlineData("klo 14.10, summa 12.50e")]
    public void Nothing_else_becomes_a_link(string text) => Links(text).ShouldBeEmpty();

    [Fact]
    public void A_very_long_text_is_read_at_once()
    {
        var hostile = new string('a', 50_000) + "@" + string.Concat(Enumerable.Repeat("a-a.", 20_000)) + "\n" + string.Concat(Enumerable.Repeat("https://(", 10_000));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        PlainText.Paragraphs(hostile).Count().ShouldBe(1);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private static IEnumerable<Piece> Links(string text) => PlainText.Paragraphs(text).SelectMany(p => p).Where(p => p.Link is not null);
}
