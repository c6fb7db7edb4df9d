using System.Text.Json;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Tests;

public sealed class MailJsonTests
{
    [Fact]
    public void The_document_always_has_the_same_names()
    {
        string[] names = ["from", "to", "cc", "replyTo", "subject", "date", "messageId", "inReplyTo", "references", "text", "html", "attachments", "automatic", "bounce", "repairs"];

        foreach (var sample in (string[])["empty", "plain", "bounce", "related-inline"])
            JsonDocument.Parse(MailJson.Write(Samples.Read(sample))).RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(names);
    }

    [Fact]
    public void An_attachment_is_told_with_its_hash()
    {
        var attachment = JsonDocument.Parse(MailJson.Write(Samples.Read("related-inline"))).RootElement.GetProperty("attachments")[0];

        attachment.EnumerateObject().Select(p => p.Name).ShouldBe(["fileName", "contentType", "contentId", "size", "inline", "sha256"]);
        attachment.GetProperty("sha256").GetString()!.Length.ShouldBe(64);
    }

    [Fact]
    public void Nordic_letters_stand_as_they_are() => MailJson.Write(Samples.Read("charset-latin9")).ShouldContain("50 € Šakki");
}
