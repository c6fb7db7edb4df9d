using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Desk;

/// <summary>What an agent does at the desk, as their browser does it: reads the page, fills in its form, sends it.</summary>
internal static partial class AtDesk
{
    private static int written;

    /// <summary>Somebody writes to us, and the agent answers for it.</summary>
    public static async Task<Ticket> Matter(this House house, AgentId owner, string name = "Aino Testinen", string? email = "aino@example.fi", string? phone = null, DateTimeOffset? deadline = null, string body = "Automaatti sanoo: lippua ei voi lunastaa.")
    {
        var opened = await house.Get<OpenTicket>().From(new NewMatter(
            name, email is null ? null : EmailAddress.Parse(email), phone is null ? null : PhoneNumber.Parse(phone), body, LanguageCode.Fi, Channel.Form, house.Nonce(), Deadline: deadline), default);
        await house.Get<ChangeTicket>().For(opened.Id, (ticket, now) => ticket.PassTo(owner, OwnerReason.TookNext, null, owner, now), default);
        return await house.Ticket(opened.Id);
    }

    public static Source Nonce(this House house) => Source.Of("test", $"{house.GetHashCode()}-{Interlocked.Increment(ref written)}");

    public static Task<Ticket> Ticket(this House house, TicketId id) => house.Look(db => db.Tickets.AsNoTracking().FirstAsync(t => t.Id == id));

    public static Task Replies(this House house, TicketId id, AgentId by, WhatNext next, string body = "Selvä, palaan asiaan.") =>
        house.Get<SendReply>().For(id, new Reply(body, next), [], by, house.Nonce(), default);

    public static Task CustomerWrites(this House house, TicketId id, string body) =>
        house.Get<HearCustomer>().Say(new CustomerWord(id, body, Channel.Page, house.Nonce()), default);

    public static async Task<string> Page(this HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Sends the form that leads to the action, as the page gave it, with these fields filled in (null: left out).</summary>
    public static async Task<Answer> Send(this HttpClient browser, string page, string action, params (string Name, string? Value)[] fields)
    {
        var html = await browser.Page(page);
        var form = Forms().Matches(html).Single(f => f.Groups["action"].Value == action);
        var filled = Inputs().Matches(form.Value).Select(i => (Name: i.Groups["name"].Value, Value: (string?)i.Groups["value"].Value)).ToDictionary(f => f.Name, f => f.Value);
        foreach (var (name, value) in fields)
            filled[name] = value;
        return await browser.Send(action, filled);
    }

    public static async Task<Answer> Send(this HttpClient browser, string action, IReadOnlyDictionary<string, string?> fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(f => f.Value is not null))
            content.Add(new StringContent(value!), name);
        return await Answer.Of(await browser.PostAsync(action, content));
    }

    [GeneratedRegex("<form[^>]*action=\"(?<action>[^\"]+)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Inputs();
}

internal sealed record Answer(HttpStatusCode Status, string? Leads, string Html)
{
    public static async Task<Answer> Of(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Headers.Location?.ToString(), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));

    public bool IsDone => Status == HttpStatusCode.Redirect;
}
