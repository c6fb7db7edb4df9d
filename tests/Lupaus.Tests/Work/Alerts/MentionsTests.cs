using Lupaus.Work.Alerts;

namespace Lupaus.Tests.Work.Alerts;

public class MentionsTests
{
    private static readonly AgentId Maija = new(1), Anna = new(2), OtherMaija = new(3), Sean = new(4);
    private static readonly (AgentId, string)[] Us = [(Maija, "Maija Virtanen"), (Anna, "Anna-Liisa af Ek"), (Sean, "Seán O'Brien")];

    [Theory]
    [InlineData("@maija, katsotko?")]
    [InlineData("Hei @Maija")]
    [InlineData("@Maija.Virtanen osaa tämän.")]
    [InlineData("Kysy (@maija).")]
    [InlineData("@maija.kiitos jo nyt")]
    public void A_name_after_an_at_sign_asks_for_a_colleague(string note) => Mentions.In(note, Us).ShouldBe([Maija]);

    [Theory]
    [InlineData("aino@maija.example")]
    [InlineData("Maija osaa tämän.")]
    [InlineData("@maijastiina")]
    [InlineData("@ maija")]
    [InlineData("@")]
    [InlineData("@@maija")]
    public void An_address_or_another_name_asks_for_nobody(string note) => Mentions.In(note, Us).ShouldBeEmpty();

    [Fact]
    public void Names_of_several_parts_are_found_whole()
    {
        Mentions.In("@anna-liisa.af.ek ja @Seán.O'Brien", Us).ShouldBe([Anna, Sean], ignoreOrder: true);
    }

    [Fact]
    public void A_first_name_that_two_have_asks_for_both_and_is_not_offered()
    {
        (AgentId, string)[] two = [.. Us, (OtherMaija, "Maija Meri")];

        Mentions.In("@maija!", two).ShouldBe([Maija, OtherMaija], ignoreOrder: true);
        Mentions.Handle("Maija Meri", two.Select(t => t.Item2)).ShouldBe("Maija.Meri");
        Mentions.Handle("Anna-Liisa af Ek", two.Select(t => t.Item2)).ShouldBe("Anna-Liisa");
    }

    [Fact]
    public void What_is_offered_is_always_found_again()
    {
        foreach (var (id, name) in Us)
            Mentions.In($"Hei @{Mentions.Handle(name, Us.Select(u => u.Item2))} ", Us).ShouldBe([id]);
    }
}
