using Lupaus.Web.Looks;

namespace Lupaus.Web.Tests.Looks;

public class MarkedTextTests
{
    [Theory]
    [InlineData("Hei **Aino**,\nlippu on *tässä*.", "<p>Hei <strong>Aino</strong>,<br />\nlippu on <em>tässä</em>.</p>")]
    [InlineData("- yksi\n- kaksi", "<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>")]
    [InlineData("Katso https://vr.fi/liput.", "<p>Katso <a href=\"https://vr.fi/liput\" rel=\"noopener nofollow ugc\">https://vr.fi/liput</a>.</p>")]
    [InlineData("[hinnasto](https://satama.example/hinnat)", "<p><a href=\"https://satama.example/hinnat\" rel=\"noopener nofollow ugc\">hinnasto</a></p>")]
    public void What_is_marked_is_shown_so(string text, string html) => Shown(text).ShouldBe(html);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[paina](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](https://a.example \"\" onmouseover=alert(1))")]
    public void Nothing_in_it_runs_or_leads_anywhere_odd(string text)
    {
        var html = Shown(text);

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("href=\"javascript");
        html.ShouldNotContain("href=\"data");
        html.ShouldNotContain("href=\"//");
        html.ShouldNotMatch("<[^>]* on[a-z]+=");
    }

    [Theory]
    [InlineData("# 5 on laiturin numero")]
    [InlineData("Maija\n---")]
    [InlineData("    sisennetty rivi")]
    public void What_only_looks_like_a_heading_or_code_stays_text(string text)
    {
        var html = Shown(text);

        html.ShouldNotContain("<h");
        html.ShouldNotContain("<pre");
    }

    [Fact]
    public void A_picture_is_a_file_of_the_same_message_and_no_other()
    {
        string? Picture(string name) => name == "näyttö 1.png" ? "/desk/files/7/n.png" : null;

        MarkedText.ToHtml("![näyttö](n%C3%A4ytt%C3%B6%201.png)", Picture).ShouldContain("<img src=\"/desk/files/7/n.png\" alt=\"näyttö\"");
        MarkedText.ToHtml("![muu](https://evil.example/pixel.gif)", Picture).Trim().ShouldBe("<p>muu</p>");
    }

    [Fact]
    public void A_text_of_greatest_length_and_depth_is_shown_in_good_time()
    {
        Shown(new string('>', 50_000)).ShouldNotBeEmpty();
        Shown(string.Concat(Enumerable.Repeat("[", 50_000))).ShouldNotBeEmpty();
        Shown(string.Concat(Enumerable.Repeat("**a ", 20_000))).ShouldNotBeEmpty();
    }

    private static string Shown(string text) => MarkedText.ToHtml(text, _ => null).Trim();
}
