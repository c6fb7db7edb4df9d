using Lupaus.Language.Words;

namespace Lupaus.Language.Tests.Words;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\n ", "")]
    [InlineData("Hei! Missä lippuni on? Kiitos.", "Hei!|Missä lippuni on?|Kiitos.")]
    [InlineData("Tuokaa esim. kuitti. Soitan klo 12.30.", "Tuokaa esim. kuitti.|Soitan klo 12.30.")]
    [InlineData("Vi har öppet t.ex. kl. 9. Välkommen!", "Vi har öppet t.ex. kl. 9.|Välkommen!")]
    [InlineData("Bring it, e.g. tomorrow, to Dr. Smith. Thanks", "Bring it, e.g. tomorrow, to Dr. Smith.|Thanks")]
    [InlineData("Tulen 24. joulukuuta tai 3.1. klo 9. Sopiiko?", "Tulen 24. joulukuuta tai 3.1. klo 9.|Sopiiko?")]
    [InlineData("Takuu, kuitti jne. Soitan huomenna.", "Takuu, kuitti jne.|Soitan huomenna.")]
    [InlineData("Takuu, kuitti jne. ovat tallessa.", "Takuu, kuitti jne. ovat tallessa.")]
    [InlineData("Katso satama.example/ohje.html. Siinä on kaikki", "Katso satama.example/ohje.html.|Siinä on kaikki")]
    [InlineData("No... en tiedä. Ehkä…", "No... en tiedä.|Ehkä…")]
    [InlineData("Hän sanoi \"ei.\" Me odotimme (turhaan!). Loppu?!", "Hän sanoi \"ei.\"|Me odotimme (turhaan!).|Loppu?!")]
    [InlineData("Hei Maija,\nTilauksesi on lähtenyt.\n\nT. J. Virtanen", "Hei Maija,|Tilauksesi on lähtenyt.|T. J. Virtanen")]
    [InlineData("Tarvitsemme:\n- kuitin\n- kuvan\n1. ensin tämä", "Tarvitsemme:|- kuitin|- kuvan|1. ensin tämä")]
    [InlineData("Tämä on pitkä rivi, jonka postiohjelma on katkaissut keskeltä, ja\nse jatkuu.", "Tämä on pitkä rivi, jonka postiohjelma on katkaissut keskeltä, ja\nse jatkuu.")]
    public void A_sentence_ends_where_a_reader_would_say_it_does(string text, string sentences)
    {
        var found = Sentences.In(text).Select(sentence => sentence.Of(text));

        string.Join('|', found).ShouldBe(sentences);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("\n")]
    [InlineData("a.")]
    [InlineData(") ")]
    [InlineData("\ud800")]
    [InlineData("!\"")]
    public void Any_text_has_sentences_soon(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Sentences.In(text);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
