using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lupaus.Mail.Smtp;

namespace Lupaus.Mail.Tests.Smtp;

public sealed class DotStuffingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a\r\n")]
    [InlineData("a\r\n", "a\r\n")]
    [InlineData(".\r\n..\r\n.a", "..\r\n...\r\n..a\r\n")]
    [InlineData("a\nb\rc\r\r\nd", "a\r\nb\r\nc\r\nd\r\n")]
    [InlineData("a\n.\nMAIL FROM:<evil>\n", "a\r\n..\r\nMAIL FROM:<evil>\r\n")]
    [InlineData("a\r.\rb", "a\r\n..\r\nb\r\n")]
    public void Lines_end_in_CR_LF_and_a_leading_dot_gets_another(string message, string sent) => Sent(message).ShouldBe(sent);

    [Fact]
    public void Whatever_the_message_it_can_not_end_before_its_end_and_comes_out_as_it_was()
    {
        var bits = Gen.Elements("\r", "\n", "\r\n", ".", "a", "..", "\r\n.\r\n", "\n.\n", "\r.\r", "x\0", "MAIL");

        Prop.ForAll(Gen.ListOf(bits).Select(parts => string.Concat(parts)).ToArbitrary(), message =>
        {
            var sent = Sent(message);
            using var intake = new MessageIntake("", 1000, new MemoryBudget(1 << 20));
            var taken = intake.Take(Encoding.Latin1.GetBytes(sent + ".\r\nQUIT\r\n"));

            return intake.IsWhole && taken == sent.Length + 3 && Encoding.Latin1.GetString(intake.Content.Span) == sent.Replace("\r\n..", "\r\n.").TrimOneDot()
                && MessageShape.Of(Encoding.Latin1.GetBytes(message)).Size == intake.Size;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_big_message_goes_in_pieces()
    {
        var message = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("A line of fifty characters, more or less, it seems.\r\n", 4000)));

        var pieces = DotStuffing.Pieces(message).Select(piece => piece.Length).ToArray();

        pieces.Sum().ShouldBe(message.Length);
        pieces.Length.ShouldBeGreaterThan(4);
        pieces.ShouldAllBe(length => length < 40_000);
    }

    private static string Sent(string message) =>
        string.Concat(DotStuffing.Pieces(Encoding.Latin1.GetBytes(message)).Select(piece => Encoding.Latin1.GetString(piece.Span)));
}

file static class Dots
{
    public static string TrimOneDot(this string text) => text.StartsWith('.') ? text[1..] : text;
}
