using System.Text;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Doors.Mailboxes;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>Mails as mail servers have them, and the house they come to.</summary>
internal static class Mails
{
    private static int sent;

    public static byte[] Raw(string from = "Aino Testinen <aino@example.fi>", string subject = "Lippu ei toimi", string text = "Hei, automaatti ei anna lippua.", string to = "apu@satama.example", string? id = null, params string[] more) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", [
            "Return-Path: <bounces@example.fi>", $"From: {from}", $"To: {to}", $"Subject: {subject}", "Date: Mon, 23 Nov 2026 09:58:00 +0200",
            $"Message-ID: <{id ?? $"m{Interlocked.Increment(ref sent)}@example.fi"}>", .. more, "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text, ""]));

    public static Task<Received> Gets(this House house, byte[] raw) => house.Get<ReceiveMail>().Take(raw, new MailDoor("pipe"), default);

    /// <summary>The Message-ID of the newest letter that the ticket's customer got.</summary>
    public static Task<string> LetterIn(this House house, TicketId ticket) =>
        house.Look(db => db.Outbox.Where(o => o.TicketId == ticket).OrderByDescending(o => o.Id).Select(o => o.InternetMessageId).FirstAsync());

    public static async Task IsSound(this House house) => (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
}
