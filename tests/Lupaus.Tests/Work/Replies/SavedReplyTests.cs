using Lupaus.Work.Replies;

namespace Lupaus.Tests.Work.Replies;

public class SavedReplyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly AgentId Maija = new(7);

    [Fact]
    public void What_is_known_is_filled_in_and_what_is_not_leaves_no_gap()
    {
        var known = new Dictionary<string, string> { ["firstname"] = "Aino", ["company"] = "Satama" };

        SavedReply.Fill("Hei {{ firstname }}, terveisin {{company}}", known).ShouldBe("Hei Aino, terveisin Satama");
        SavedReply.Fill("Hei {{firstname}}, soita", new Dictionary<string, string>()).ShouldBe("Hei, soita");
    }

    [Fact]
    public void A_customers_own_braces_are_not_filled_again() =>
        SavedReply.Fill("{{subject}}", new Dictionary<string, string> { ["subject"] = "{{company}}", ["company"] = "Satama" }).ShouldBe("{{company}}");

    [Fact]
    public void A_word_in_braces_that_nobody_knows_is_refused_by_its_name()
    {
        var refusal = SavedReply.WhyNotWrite("Tervehdys", new SavedTexts("Hei {{nimi}}", null, null)).ShouldNotBeNull();

        refusal.Key.ShouldBe("saved.variable");
    }

    [Theory]
    [InlineData("", "Hei", "saved.name.missing")]
    [InlineData("Nimi", " \n ", "saved.text.missing")]
    public void Without_a_name_or_words_it_is_refused(string name, string text, string key) =>
        SavedReply.WhyNotWrite(name, new SavedTexts(text, null, null)).ShouldNotBeNull().Key.ShouldBe(key);

    [Fact]
    public void In_a_language_it_was_not_written_in_the_finnish_words_are_offered()
    {
        var saved = SavedReply.Write("Tervehdys", new SavedTexts("Hei!", null, "Hello!"), null, Now);

        saved.In(LanguageCode.Sv).ShouldBe("Hei!");
        saved.In(LanguageCode.En).ShouldBe("Hello!");
        saved.Speaks(LanguageCode.Sv).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_changes_what_is_a_colleagues_own()
    {
        var own = SavedReply.Write("Minun", new SavedTexts("Hei!", null, null), Maija, Now);

        own.WhyNotChange(Maija).ShouldBeNull();
        own.WhyNotChange(new AgentId(8)).ShouldNotBeNull().Key.ShouldBe("saved.others");
    }
}
