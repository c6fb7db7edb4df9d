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

    /// <summary>What a mail server writes of a letter that it could not deliver (RFC 3464).</summary>
    public static byte[] Report(string letter, string to, string status = "5.1.1", string action = "failed", string said = "smtp; 550 no such user") =>
        Encoding.UTF8.GetBytes($"""
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@mx.example.fi>
            To: apu@satama.example
            Subject: Undelivered Mail Returned to Sender
            Date: Mon, 23 Nov 2026 10:05:00 +0200
            Message-ID: <r{Interlocked.Increment(ref sent)}@mx.example.fi>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="B"

            --B
            Content-Type: text/plain; charset=utf-8

            This is the mail system. Your message could not be delivered.

            --B
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.fi

            Final-Recipient: rfc822; {to}
            Action: {action}
            Status: {status}
            Diagnostic-Code: {said}

            --B
            Content-Type: text/rfc822-headers

            From: apu@satama.example
            To: {to}
            Subject: Lippu
            Message-ID: <{letter}>

            --B--

            """.ReplaceLineEndings("\r\n"));

    /// <summary>The line in which our own mail server says that the sender is who they say.</summary>
    public const string Vouched = "Authentication-Results: mx.satama.example; dmarc=pass header.from=satama.example";

    /// <summary>By a door whose mail server tells what it found about the sender.</summary>
    public static Task<Received> GetsChecked(this House house, byte[] raw) => house.Get<ReceiveMail>().Take(raw, new MailDoor("box", "mx.satama.example"), default);

    public static Task<Received> Gets(this House house, byte[] raw) => house.Get<ReceiveMail>().Take(raw, new MailDoor("pipe"), default);

    /// <summary>The Message-ID of the newest letter that the ticket's customer got.</summary>
    public static Task<string> LetterIn(this House house, TicketId ticket) =>
        house.Look(db => db.Outbox.Where(o => o.TicketId == ticket).OrderByDescending(o => o.Id).Select(o => o.InternetMessageId).FirstAsync());

    public static async Task IsSound(this House house) => (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
}
