using System.Globalization;
using Lupaus.Mail.Machines;

namespace Lupaus.Mail.Tests;

public sealed class MachineTests
{
    [Theory]
    [InlineData("Olen lomalla ja palaan 12.8.", "2026-08-12")]
    [InlineData("Palaan töihin maanantaina 3. elokuuta.", "2026-08-03")]
    [InlineData("Olen poissa 1.7.-31.7.2026.", "2026-08-01")]
    [InlineData("Lomalla 31.7. asti.", "2026-08-01")]
    [InlineData("Olen takaisin tammikuussa 4.1.", "2027-01-04")]
    [InlineData("Jag är åter den 3 augusti.", "2026-08-03")]
    [InlineData("Jag är tillbaka 12/8.", "2026-08-12")]
    [InlineData("Semester till och med 31 juli.", "2026-08-01")]
    [InlineData("I will be back on August 3rd, 2026.", "2026-08-03")]
    [InlineData("I am returning on the 3rd of August.", "2026-08-03")]
    [InlineData("I am away until 31 July 2026.", "2026-08-01")]
    [InlineData("Back 2026-08-03, call me then.", "2026-08-03")]
    [InlineData("Olen lomalla. Kiireellisissä asioissa soita 040 123 4567.", null)]
    [InlineData("Palaan asiaan pian.", null)]
    public void An_out_of_office_reply_says_when_its_writer_is_back(string text, string? expected)
    {
        var message = Given.Mail($"From: maija@example.fi\nSubject: Automatic reply: Lasku\nDate: Mon, 11 May 2026 10:15:30 +0300\nContent-Type: text/plain; charset=utf-8\n\n{text}\n");

        message.Automatic.ShouldNotBeNull().Why.ShouldBe(Automatic.OutOfOffice);
        message.Automatic.ReturnsOn.ShouldBe(expected is null ? null : DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("noreply@example.fi", true)]
    [InlineData("no-reply-orders@example.fi", true)]
    [InlineData("orders.noreply+1@example.fi", true)]
    [InlineData("MAILER-DAEMON@example.fi", true)]
    [InlineData("svara-inte@example.se", true)]
    [InlineData("ei-vastausta@example.fi", true)]
    [InlineData("maija@noreply.example", false)]
    [InlineData("norea.plya@example.fi", false)]
    [InlineData("info@example.fi", false)]
    public void An_address_that_nobody_reads_is_known_by_its_name(string address, bool expected) =>
        (Given.Mail($"From: {address}\nSubject: Lasku\n\nHei\n").Automatic?.Why == Automatic.NoReply).ShouldBe(expected);

    [Theory]
    [InlineData("Auto-Submitted: auto-generated (cron)", Automatic.AutoSubmitted)]
    [InlineData("Auto-Submitted: NO", null)]
    [InlineData("Auto-Submitted:", null)]
    [InlineData("X-Auto-Response-Suppress: OOF, AutoReply", Automatic.Suppress)]
    [InlineData("X-Auto-Response-Suppress: DR, RN", null)]
    [InlineData("X-Autoreply: yes", Automatic.AutoReply)]
    [InlineData("X-Loop: apua@example.com", Automatic.AutoReply)]
    [InlineData("Precedence: auto_reply", Automatic.AutoReply)]
    [InlineData("Precedence: Bulk", Automatic.Precedence)]
    [InlineData("Precedence: first-class", null)]
    [InlineData("List-Unsubscribe: <https://example.fi>", Automatic.List)]
    [InlineData("Return-Path: <>", Automatic.NullReturnPath)]
    [InlineData("Return-Path: <maija@example.fi>", null)]
    public void A_machine_is_known_by_its_header(string header, string? why) =>
        Given.Mail($"{header}\nFrom: maija@example.fi\nSubject: Lasku\n\nHei\n").Automatic?.Why.ShouldBe(why);

    [Theory]
    [InlineData("550 5.1.1 User unknown", "5.1.1")]
    [InlineData("(#4.4.7)", "4.4.7")]
    [InlineData("from 5.1.1.1 came nothing", null)]
    [InlineData("version 15.1.1", null)]
    [InlineData("status 5.1.1. Bye", "5.1.1")]
    [InlineData("4.4", null)]
    public void A_status_is_told_from_other_numbers(string text, string? expected) => StatusCode.In(text).ShouldBe(expected);
}
