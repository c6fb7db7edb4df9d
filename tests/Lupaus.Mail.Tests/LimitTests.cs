using System.Text;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Tests;

public sealed class LimitTests
{
    [Fact]
    public void A_header_longer_than_the_limit_is_cut()
    {
        var message = Given.Mail($"Subject: {new string('x', 100_000)}\n\nHei\n");

        message.Subject.Length.ShouldBeInRange(60_000, 70_000);
        message.Text.ShouldBe("Hei\n");
        message.Repairs.ShouldContain(Repair.HeaderTooLong);
    }

    [Fact]
    public void More_header_fields_than_the_limit_are_left_out()
    {
        var message = Given.Mail(string.Concat(Enumerable.Repeat("X: y\n", 5000)) + "\nHei\n");

        message.Headers.Count.ShouldBe(ReadingLimits.Usual.HeaderFields);
        message.Text.ShouldBe("Hei\n");
        message.Repairs.ShouldContain(Repair.HeadersTooMany);
    }

    [Fact]
    public void More_addresses_than_the_limit_are_left_out()
    {
        var message = Given.Mail($"To: {string.Join(", ", Enumerable.Range(0, 3000).Select(i => $"a{i}@example.fi"))}\n\nHei\n");

        message.To.Count.ShouldBe(ReadingLimits.Usual.Addresses);
        message.Repairs.ShouldContain(Repair.AddressesTooMany);
    }

    [Fact]
    public void More_parts_than_the_limit_are_left_out()
    {
        var message = Given.Mail("Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: a/b\n\nx\n", 2000)) + "--b--\n");

        message.Attachments.Count.ShouldBeInRange(990, 1000);
        message.Repairs.ShouldContain(Repair.PartsTooMany);
    }

    [Fact]
    public void A_text_that_would_outgrow_its_message_is_cut()
    {
        var message = Given.Mail("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>\n--b\n\n" + new string('<', 100_000) + "\n--b--\n");

        message.Html!.Length.ShouldBeLessThan(200_000);
        message.Text.Length.ShouldBe(100_000);
        message.Repairs.ShouldContain(Repair.TextTooLong);
    }

    [Fact]
    public void A_message_in_a_message_is_read_only_to_the_limit()
    {
        var message = Given.Mail(string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 100)));

        var depth = 0;
        while (message.Attachments.FirstOrDefault()?.Message() is { } inner)
        {
            message = inner;
            depth++;
        }

        depth.ShouldBe(ReadingLimits.Usual.Depth);
    }

    [Fact]
    public async Task A_stream_is_read_up_to_the_limit()
    {
        var bytes = Encoding.UTF8.GetBytes($"Subject: Asia\n\n{new string('x', 200_000)}");

        (await MailReader.Read(new MemoryStream(bytes), bytes.Length)).ShouldNotBeNull().Text.Length.ShouldBe(200_000);
        (await MailReader.Read(new MemoryStream(bytes), bytes.Length - 1)).ShouldBeNull();
        (await MailReader.Read(new MemoryStream(), 100)).ShouldNotBeNull().Text.ShouldBe("");
    }
}
