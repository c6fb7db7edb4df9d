using Lupaus.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

/// <summary>Aino writes from the front page; she is always the customer here. Minna answers her.</summary>
internal static class Aino
{
    private static readonly Dictionary<string, string> Says = new() { ["fi"] = "Lippua ei voi lunastaa", ["sv"] = "Biljetten kan inte lösas in", ["en"] = "The ticket can't be redeemed" };

    public static async Task<Guest> Writes(this House house, string? message = null, string language = "fi", string reach = "aino@example.fi")
    {
        var aino = new Guest(house.Browser(language));
        await aino.Opens("/");
        await aino.Sends("/", ("name", "Aino Testinen"), ("reach", reach), ("message", message ?? Says[language]));
        return aino;
    }

    public static Task<Ticket> TicketOf(this House house, string? subject = null) =>
        house.Look(db => db.Tickets.AsNoTracking().OrderByDescending(t => t.Id).FirstAsync(t => subject == null ? Says.Values.Contains(t.Subject) : t.Subject == subject));

    public static async Task Answers(this House house, string body, WhatNext next, params Upload[] files)
    {
        var ticket = await house.TicketOf();
        await house.Get<SendReply>().For(ticket.Id, new Reply(body, next), files, ticket.OwnerId, null, default);
    }

    public static async Task<Guest> IsToldItIsSolved(this House house, string language = "fi")
    {
        var aino = await house.Writes(language: language);
        await house.Answers("Lippusi on nyt kunnossa.", new WhatNext.Solves());
        await aino.Opens(aino.Page);
        return aino;
    }
}
