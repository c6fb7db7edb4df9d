using Lupaus.Ground.Identity;

namespace Lupaus.Tests.Ground.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("junat kulkevat ajallaan")]
    [InlineData("kesällä sataa lunta")]
    [InlineData("x9$kQ2!mVz7L")]
    public void A_long_password_of_ones_own_will_do(string password) =>
        PasswordRules.WhyNotChoose(password, "Minna Salo", "minna@satama.example", "Satama Palvelut Oy").ShouldBeNull();

    [Theory]
    [InlineData("elevenchars", "password.short")]
    [InlineData("", "password.short")]
    [InlineData("password1234", "password.common")]
    [InlineData("Salasana!2026", "password.common")]
    [InlineData("kesäkesä2026!", "password.common")]
    [InlineData("aaaaaaaaaaaaaaa", "password.common")]
    [InlineData("123456789012", "password.common")]
    [InlineData("Minna Salo 1!", "password.own")]
    [InlineData("minna@satama.example", "password.own")]
    [InlineData("Satama Palvelut", "password.own")]
    [InlineData("oikea satama 9", "password.own")]
    public void What_others_would_try_first_is_refused(string password, string why) =>
        PasswordRules.WhyNotChoose(password, "Minna Salo", "minna@satama.example", "Satama Palvelut Oy")!.Key.ShouldBe(why);

    [Fact]
    public void A_password_has_a_greatest_length_too() =>
        PasswordRules.WhyNotChoose(string.Concat(Enumerable.Repeat("pitkä lause ", 17)))!.Key.ShouldBe("password.long");
}
