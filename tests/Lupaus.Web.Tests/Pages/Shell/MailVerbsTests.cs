using System.Text.Json;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Pages.Shell;
using Lupaus.Web.Tests.Doors.Mailboxes;

namespace Lupaus.Web.Tests.Pages.Shell;

public sealed class MailVerbsTests
{
    [Fact]
    public async Task A_raw_message_is_read_out_as_one_document_without_any_database()
    {
        using var lupaus = new Terminal("Host=127.0.0.1;Port=1;Database=nowhere");

        var (exit, said, error) = await lupaus.Hears(Mails.Raw(subject: "Lippu", text: "Päivää"), "mail", "parse");

        (exit, error).ShouldBe((0, ""));
        var mail = JsonDocument.Parse(said).RootElement;
        mail.GetProperty("from")[0].GetProperty("address").GetString().ShouldBe("aino@example.fi");
        mail.GetProperty("text").GetString()!.Trim().ShouldBe("Päivää");
        mail.GetProperty("automatic").ValueKind.ShouldBe(JsonValueKind.Null);
        mail.GetProperty("repairs").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_a_mail_server_pipes_in_is_stored_once_and_said_so()
    {
        using var lupaus = new Terminal();
        await lupaus.Run("demo");
        var raw = Mails.Raw();

        var first = await lupaus.Hears(raw, "receive");
        var again = await lupaus.Hears(raw, "receive");

        (first.Exit, first.Error).ShouldBe((0, ""));
        first.Out.ShouldStartWith("opened ");
        again.ShouldBe(first);
        (await lupaus.Run("check")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_too_big_for_us_is_refused_for_good_so_that_the_server_tells_its_sender()
    {
        using var lupaus = new Terminal();
        await lupaus.Run("demo");

        var (exit, said, error) = await lupaus.Hears(new byte[MailDoor.MostBytes + 1], "receive");

        (exit, said).ShouldBe((65, "")); // EX_DATAERR: Postfix, Exim and Sendmail send it back
        error.ShouldStartWith("5.3.4 ");
    }

    [Theory, InlineData(null), InlineData("Host=127.0.0.1;Port=1;Database=nowhere")]
    public async Task As_long_as_it_cannot_be_stored_the_server_is_told_to_try_again_and_no_word_of_it_is_said(string? database)
    {
        using var lupaus = new Terminal(database);

        var (exit, said, error) = await lupaus.Hears(Mails.Raw(text: "Salaisuus"), "receive");

        (exit, said).ShouldBe((75, ""));
        error.ShouldContain("Try again");
        error.ShouldNotContain("Salaisuus");
    }
}
