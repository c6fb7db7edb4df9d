using System.Globalization;
using System.Text.Json;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Mail.Tests;

public sealed class OracleTests
{
    [Fact]
    public void What_Python_writes_is_read_as_it_was_meant()
    {
        using var python = new Oracle();

        foreach (var (raw, expected) in python.Make(320))
            Compare(MailReader.Read(raw), expected);
    }

    [Fact]
    public void What_is_written_here_is_read_by_Python_as_it_was_meant_and_without_complaint()
    {
        using var python = new Oracle();

        for (var seed = 0; seed < 320; seed++)
        {
            var mail = new Scribbles(seed).Mail();
            Compare(mail, python.Read(MailWriter.Write(mail)), $"seed {seed}");
        }
    }

    private static void Compare(MailMessage message, JsonElement expected)
    {
        var id = expected.GetProperty("messageId").GetString();
        message.MessageId.ShouldBe(id);
        // Folding a long subject, Python loses a space here and there, and reads it without them itself.
        Unspaced([message.Subject]).ShouldBe(Unspaced([expected.GetProperty("subject").GetString()!]), id);
        Addresses(message.From).ShouldBe(Addresses(expected.GetProperty("from")), id);
        Addresses(message.To).ShouldBe(Addresses(expected.GetProperty("to")), id);
        message.Date.ShouldBe(DateTimeOffset.Parse(expected.GetProperty("date").GetString()!, CultureInfo.InvariantCulture), id);
        message.References.ShouldBe(Strings(expected.GetProperty("references")), id);
        message.Html.ShouldBe(expected.TryGetProperty("html", out var html) ? html.GetString() : null, id);
        if (expected.TryGetProperty("text", out var text))
            message.Text.TrimEnd('\n').ShouldBe(text.GetString()!.TrimEnd('\n'), id);
        Files(message).ShouldBe(Files(expected), id);
        message.Repairs.ShouldBeEmpty(id);
    }

    private static void Compare(OutgoingMail mail, JsonElement seen, string which)
    {
        Strings(seen.GetProperty("defects")).ShouldBeEmpty(which);
        seen.GetProperty("subject").GetString().ShouldBe(OneSpaced(mail.Subject), which);
        Unspaced(Addresses(seen.GetProperty("from"))).ShouldBe(Unspaced(Addresses([mail.From])), which);
        Unspaced(Addresses(seen.GetProperty("to"))).ShouldBe(Unspaced(Addresses(mail.To)), which);
        Unspaced(Addresses(seen.GetProperty("cc"))).ShouldBe(Unspaced(Addresses(mail.Cc)), which);
        seen.GetProperty("messageId").GetString().ShouldBe(mail.MessageId, which);
        DateTimeOffset.Parse(seen.GetProperty("date").GetString()!, CultureInfo.InvariantCulture).ShouldBe(mail.Date, which);
        Strings(seen.GetProperty("references")).ShouldBe(mail.References.Take(1).Concat(mail.References.Skip(1).TakeLast(MailWriter.LastReferences)), which);
        seen.GetProperty("text").GetString()?.TrimEnd('\n').ShouldBe((mail.Text ?? (mail.Html is null ? "" : null))?.TrimEnd('\n'), which);
        seen.GetProperty("html").GetString()?.TrimEnd('\n').ShouldBe(mail.Html?.TrimEnd('\n'), which);
        var files = mail.Inline.Concat(mail.Attachments).Select(f => $"{OneLine(f.FileName)} {f.ContentType} {f.ContentId} {Convert.ToBase64String(f.Content.Span)}");
        Files(seen).ShouldBe(files, which);
        seen.GetProperty("longest").GetInt32().ShouldBeLessThan(700, which);
        seen.GetProperty("bare").GetBoolean().ShouldBeFalse(which);
    }

    private static IEnumerable<string> Files(MailMessage message) =>
        message.Attachments.Select(a => $"{a.FileName} {a.ContentType} {a.ContentId} {Convert.ToBase64String(a.Content().Span)}");

    private static IEnumerable<string> Files(JsonElement expected) =>
        expected.GetProperty("attachments").EnumerateArray().Select(a => $"{a.GetProperty("fileName")} {a.GetProperty("contentType")} {a.GetProperty("contentId")} {a.GetProperty("content")}");

    private static IEnumerable<string> Addresses(IEnumerable<NamedAddress> addresses) => addresses.Select(a => $"{OneSpaced(a.Name)}|{a.Address}");

    private static IEnumerable<string> Addresses(JsonElement addresses) => addresses.EnumerateArray().Select(a => $"{OneSpaced(a.GetProperty("name").GetString()!)}|{a.GetProperty("address")}");

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

    // Python 3.11 puts a space between the encoded words of a long name, against RFC 2047, 6.2.
    private static IEnumerable<string> Unspaced(IEnumerable<string> addresses) => addresses.Select(a => a.Replace(" ", "", StringComparison.Ordinal));

    private static string OneSpaced(string text) => string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string OneLine(string text) => text.Replace('\t', ' ').Trim();
}
