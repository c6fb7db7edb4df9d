using System.Diagnostics;
using AngleSharp.Html.Parser;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Rendering;

namespace Lupaus.Mail.Tests.Rendering;

public sealed class SafeHtmlTests
{
    private const string Newsletter = """
        <html><head><style>p.MsoNormal { margin: 0cm; font-size: 11pt } @media (max-width: 600px) { .wide { width: 100% !important } }</style></head>
        <body style="background: #eee url(https://shop.example/a.png)"><table width="600" cellpadding="4" bgcolor="#ffffff" class="wide"><tr><td align="center" style="padding: 10px; mso-line-height-rule: exactly">
        <a href="https://shop.example/?a=1&amp;b=2" style="color: #06c">Kauppaan</a> <img src="cid:logo" alt="Kauppa &amp; Co" width="80"></td></tr></table></body></html>
        """;

    [Fact]
    public void What_only_looks_like_something_stays_as_it_is()
    {
        var safe = Cleaned(Newsletter);

        safe.Body.Trim().ShouldBe("""
        <div style="background:#eee;"><table width="600" cellpadding="4" bgcolor="#ffffff" class="wide"><tr><td align="center" style="padding:10px;">
        <a href="https://shop.example/?a=1&amp;b=2" style="color:#06c;" target="_blank" rel="noopener noreferrer">Kauppaan</a> <img src="/pictures/logo" alt="Kauppa &amp; Co" width="80"></td></tr></table></div>
        """);
        safe.Styles.ShouldBe("p.MsoNormal{margin:0cm;font-size:11pt;}\n@media (max-width: 600px){.wide{width:100% !important;}\n}\n");
        safe.RemotePictures.ShouldBe(0);
    }

    [Fact]
    public void No_known_attack_gets_through()
    {
        Attacks.All.Distinct().Count().ShouldBeGreaterThan(140);
        foreach (var attack in Attacks.All)
        {
            OnlyTheList.WhatIsWrongIn(Cleaned(attack)).ShouldBeEmpty(attack);
            OnlyTheList.WhatIsWrongIn(Cleaned($"<table><tr><td title=\"a\">{attack}</td></tr></table><p>b")).ShouldBeEmpty(attack);
        }
    }

    [Fact]
    public void What_should_not_get_through_would_be_found()
    {
        foreach (var attack in new[] { "<svg onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "<p style=\"position:fixed\">x</p>", "<img src=https://evil.example/a>", "</body><meta http-equiv=refresh>" })
            OnlyTheList.WhatIsWrongIn(attack, "").ShouldNotBeEmpty(attack);
        OnlyTheList.WhatIsWrongIn("", "</style><script>").ShouldNotBeEmpty();
    }

    [Fact]
    public void Nothing_but_the_list_comes_out_whatever_goes_in()
    {
        for (var seed = 0; seed < 30_000; seed++)
        {
            var html = Mixed(new Random(seed));
            OnlyTheList.WhatIsWrongIn(Cleaned(html)).ShouldBeEmpty($"seed {seed}: {html}");
        }
    }

    [Fact]
    public void All_our_strange_messages_can_be_shown()
    {
        var shown = 0;
        foreach (var name in Samples.Names)
        {
            if (Samples.Read(name).Html is not { } html)
                continue;
            OnlyTheList.WhatIsWrongIn(Cleaned(html)).ShouldBeEmpty(name);
            shown++;
        }
        shown.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Pictures_from_elsewhere_are_counted_and_fetched_only_when_asked()
    {
        const string Html = "<p><img src='https://shop.example/a.png' alt='Tarjous'><IMG SRC=\"http://shop.example/b.png\"></p>";

        SafeHtml.Of(Html, _ => null, fetches: false).ShouldSatisfyAllConditions(
            s => s.RemotePictures.ShouldBe(2),
            s => s.Body.ShouldBe("<p><img alt=\"Tarjous\"><img></p>"));
        SafeHtml.Of(Html, _ => null, fetches: true).Body.ShouldBe("<p><img src=\"https://shop.example/a.png\" alt=\"Tarjous\"><img src=\"http://shop.example/b.png\"></p>");
        SafeHtml.Fetches(Html).ShouldBeTrue();
        SafeHtml.Fetches(Newsletter).ShouldBeFalse();
    }

    [Fact]
    public void However_deep_it_lies_the_text_is_there()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 5000)) + "Pohjalla" + string.Concat(Enumerable.Repeat("</div>", 5000)) + "<p>Pinnalla";

        var safe = Cleaned(deep);

        new HtmlParser().ParseDocument(safe.Body).Body!.TextContent.ShouldBe("PohjallaPinnalla");
        Cleaned(Samples.Read("html-nested-divs").Html!).Body.ShouldContain(Samples.Read("html-nested-divs").Text.Trim());
    }

    [Fact]
    public void A_stray_end_within_a_cell_leaves_the_table_whole()
    {
        Cleaned("<div><table><tr><td>a</div></p></span><td>b<tr><td>c</table>d").Body.ShouldBe("<div><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>d</div>");
        Cleaned("<ul><li>a<li>b<ul><li>c</ul><li>d</ul><p>e<p>f<div>g").Body.ShouldBe("<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul><p>e</p><p>f</p><div>g</div>");
    }

    [Fact]
    public void A_megabyte_made_to_take_long_does_not()
    {
        foreach (var (name, bytes) in WorstCases.All())
        {
            if (MailReader.Read(bytes).Html is not { } html)
                continue;
            var clock = Stopwatch.StartNew();
            Cleaned(html);
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), name); // what grows by the square takes minutes, however slow the machine
        }
        foreach (var unit in new[] { "<style>a{color:red}@media x{b{color:red}}</style>", "<p style=\"background:url(a) url(b);color:red\">", "<table><tr><td>", "<div><p><ul><li>", "<a href=x>", "<img src=http://a>" })
        {
            var clock = Stopwatch.StartNew();
            Cleaned(string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)));
            Cleaned($"<style>{string.Concat(Enumerable.Repeat("@media a{", 20_000))}</style><style>{new string('{', 190_000)}</style>");
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2), unit);
        }
    }

    private static SafeHtml Cleaned(string html) => SafeHtml.Of(html, cid => cid is "logo" or "secret" ? $"/pictures/{cid}" : null, fetches: false);

    // Pieces of attacks and of mails, cut and joined anywhere.
    private static string Mixed(Random random)
    {
        var parts = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
        {
            var from = random.Next(12) == 0 ? Newsletter : Attacks.All[random.Next(Attacks.All.Length)];
            var at = random.Next(from.Length);
            return random.Next(3) == 0 ? from : from.Substring(at, random.Next(from.Length - at + 1));
        });
        string[] glue = ["", "", "\"", "'", ">", "<", "</", "<!--", "-->", "=", " ", "\n", "\0", "&", "/", "<table>", "<p title=\"", "<style>", "</style>", "<a href=\"https://a"];
        return string.Concat(parts.SelectMany(p => new[] { p, glue[random.Next(glue.Length)] }));
    }
}
