using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public sealed class SubjectsTests
{
    [Theory]
    [InlineData("Laskun eräpäivä", "Lippu ei toimi")]
    [InlineData("Lastenvaunut kyytiin?", "Kadotin avaimeni")]
    [InlineData("Platsbiljett saknas", "Faktura 1234")]
    [InlineData("Refund for July", "Lippu ei toimi")]
    [InlineData("Toinen juttu: kuitti", "Lippu ei toimi")]
    [InlineData("Lippu ei toimi", "Kysymys")]
    public void Quite_another_subject_tells_of_another_matter(string subject, string known) => Subjects.IsAnother(subject, [known]).ShouldBeTrue();

    [Theory]
    [InlineData("Lippu ei toimi", "Lippu ei toimi")]
    [InlineData("LIPPU EI TOIMI!!", "Lippu ei toimi")]
    [InlineData("Lipun palautus", "Lippu ei toimi")]
    [InlineData("Fakturans förfallodag", "Faktura 1234")]
    [InlineData("Viestisi tuli perille: Lippu ei toimi", "Lippu ei toimi")]
    [InlineData("Viestisi tuli perille: Hei", "Hei")]
    [InlineData("[EXTERNAL] Lippu ei toimi", "Lippu ei toimi")]
    [InlineData("Automaatti ei anna lip…", "Automaatti ei anna lippua")]
    [InlineData("", "Lippu ei toimi")]
    [InlineData("Kiitos!", "Lippu ei toimi")]
    [InlineData("Hei", "Lippu ei toimi")]
    [InlineData("?", "Lippu ei toimi")]
    [InlineData("Thank you very much", "Lippu ei toimi")]
    public void What_shares_a_word_or_tells_nothing_goes_on_with_the_matter(string subject, string known) => Subjects.IsAnother(subject, [known]).ShouldBeFalse();

    [Fact]
    public void What_the_matter_was_called_before_is_no_other_subject() => Subjects.IsAnother("Lippu ei toimi", ["Hyvitys heinäkuulta", "Lippu ei toimi"]).ShouldBeFalse();

    [Theory]
    [InlineData("Laskun eräpäivä", " laskun  ERÄPÄIVÄ?", true)]
    [InlineData("Laskun eräpäivä", "Laskun summa", false)]
    public void The_same_subject_is_the_same_however_it_is_typed(string one, string other, bool same) => Subjects.AreTheSame(one, other).ShouldBe(same);
}
