using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Mail.Tests;

public sealed class RoundTripTests
{
    private static readonly Config Thoroughly = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void What_is_written_is_read_back()
    {
        Check.One(Thoroughly, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var mail = new Scribbles(seed).Mail();
            var message = MailReader.Read(MailWriter.Write(mail));
            message.Subject.ShouldBe(OneSpaced(mail.Subject));
            message.To.Select(a => a.Address).ShouldBe(mail.To.Select(a => a.Address));
            message.To.Select(a => a.Name).ShouldBe(mail.To.Select(a => OneSpaced(a.Name)));
            message.Date.ShouldBe(mail.Date);
            message.MessageId.ShouldBe(mail.MessageId);
            message.Html?.TrimEnd('\n').ShouldBe(mail.Html?.TrimEnd('\n'));
            (mail.Text is null || message.Text.TrimEnd('\n') == mail.Text.TrimEnd('\n')).ShouldBeTrue();
            message.Attachments.Select(a => Convert.ToHexString(a.Content().Span)).ShouldBe(mail.Inline.Concat(mail.Attachments).Select(f => Convert.ToHexString(f.Content.Span)));
            message.Repairs.ShouldBeEmpty();
        }));
    }

    [Fact]
    public void Nothing_anybody_types_begins_a_header_field_of_its_own()
    {
        Check.One(Thoroughly, Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (first, second) =>
        {
            var typed = $"{first}\r\nBcc: thief@example.org\r\n\r\n{second}\nX-Evil: 1";
            var mail = Given.AReply() with { Subject = typed, From = new(typed, "a@example.fi"), ThreadTopic = typed, Headers = [new("X-Note", typed)], Attachments = [new(typed, typed, new byte[3])] };
            var written = Encoding.UTF8.GetString(MailWriter.Write(mail));
            var names = written[..written.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(line => !line.StartsWith(' ')).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]);
            names.ShouldBe(["Date", "From", "To", "Subject", "Message-ID", "Thread-Topic", "X-Note", "MIME-Version", "Content-Type"]);
        }));
    }

    [Fact]
    public void Any_text_survives()
    {
        Check.One(Thoroughly, Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var clean = Clean(text.Get);
            MailReader.Read(MailWriter.Write(Given.AReply() with { Text = clean, Subject = clean })).Text.TrimEnd('\n').ShouldBe(clean.TrimEnd('\n'));
        }));
    }

    private static string OneSpaced(string text) => string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    // Half characters can't be written, and line ends are all one.
    private static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
}
