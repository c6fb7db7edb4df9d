using FsCheck.Fluent;
using Lupaus.Mail.Imap;

namespace Lupaus.Mail.Tests.Imap;

public sealed class ModifiedUtf7Tests
{
    [Theory]
    [InlineData("INBOX", "INBOX")]
    [InlineData("Lähetetyt", "L&AOQ-hetetyt")]
    [InlineData("R&D \"a\\b\"", "R&-D \"a\\b\"")]
    [InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-")]
    [InlineData("Hymy 🙂!", "Hymy &2D3eQg-!")]
    [InlineData("äö", "&AOQA9g-")]
    [InlineData("", "")]
    public void Folder_names_are_written_and_read(string name, string written)
    {
        ModifiedUtf7.Encode(name).ShouldBe(written);
        ModifiedUtf7.Decode(written).ShouldBe(name);
    }

    [Theory]
    [InlineData("L&AOQhetetyt")]
    [InlineData("&A-")]
    [InlineData("&AOQ=-")]
    [InlineData("&AO/=-")]
    [InlineData("&U/BTFw-")]
    [InlineData("&A O Q-")]
    [InlineData("&")]
    [InlineData("ä")]
    public void What_is_not_written_this_way_is_not_read(string written) => ModifiedUtf7.Decode(written).ShouldBeNull();

    [Fact]
    public void Any_name_comes_back_as_it_was()
    {
        var letters = Gen.OneOf(Gen.Choose(0, 0xFFFF).Select(c => (char)c), Gen.Elements('&', '-', ',', '/', 'a', 'ä', ' ', '\ud83d', '\ude42'));
        var names = Gen.ArrayOf(letters).Select(chars => new string(chars));

        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(names.ToArbitrary(), name =>
            ModifiedUtf7.Decode(ModifiedUtf7.Encode(name)) == name && ModifiedUtf7.Encode(name).All(c => c is >= ' ' and <= '~')));
    }

    [Fact]
    public void No_text_makes_it_stumble()
    {
        var texts = Gen.ArrayOf(Gen.Elements('&', '-', ',', 'A', 'O', 'Q', '=', '/', '\0', 'ä')).Select(chars => new string(chars));

        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), text => (ModifiedUtf7.Decode(text)?.Length ?? 0) <= text.Length));
    }
}
