using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>Mails that come after Aino's first: samples/conversations tells them, and what becomes of each.</summary>
public sealed class ConversationSampleTests
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter() } };

    private static string Folder => Path.Combine(Sources.Root, "samples", "conversations");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public async Task What_becomes_of_it_is_as_the_sample_says(string name)
    {
        var expected = JsonSerializer.Deserialize<Expected>(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.json")), AsWritten)!;
        await using var house = await House.Open();
        house.Get<Settings>().PlusAddresses = true;
        var first = (await house.GetsChecked(await File.ReadAllBytesAsync(Path.Combine(Folder, "first.eml")))).Ticket!.Value;
        var letter = await house.LetterIn(first);
        await house.Get<SendOutbox>().Now(default);
        await Happens(house, first, expected.Given);
        var before = await Letters(house);

        var received = await house.GetsChecked(await Mail(house, name, first, letter));

        (received.Fate, received.Because, received.IsAgain).ShouldBe((expected.Fate, expected.Because, expected.IsAgain));
        (received.Ticket is { } there && there != first).ShouldBe(expected.IsElsewhere);
        (await Letters(house) - before).ShouldBe(expected.Letters);
        if (received.Ticket is { } id)
            await LooksAsExpected(house, await house.Look(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id == id)), received.Id, expected);
        (await house.Look(db => db.Outbox.AnyAsync(o => o.InternetMessageId == letter && o.State == Dispatch.NotReached))).ShouldBe(expected.IsNotReached);
        await house.IsSound();
    }

    private static async Task LooksAsExpected(House house, Ticket ticket, ReceivedMailId mail, Expected expected)
    {
        (ticket.AsideUntil is not null, !ticket.IsOpen).ShouldBe((expected.IsAside, expected.IsClosed));
        var said = await house.Look(db => db.ReceivedMails.Where(m => m.Id == mail).Select(m => m.MessageId).SingleAsync());
        (await house.Look(db => db.Messages.AnyAsync(m => m.Id == said && m.Direction == Direction.Note && m.AgentId != null))).ShouldBe(expected.IsNote);
        (await house.Look(db => db.Messages.Where(m => m.Id == said).Select(m => m.NewSubject).SingleOrDefaultAsync())).ShouldBe(expected.NewSubject);
        if (expected.Customer is { } customer)
            (await house.Look(db => db.People.Where(p => p.Id == ticket.CustomerId).SelectMany(p => p.Contacts).Select(c => c.Value).ToListAsync())).ShouldBe([customer]);
        if (expected.Subject is { } subject)
            ticket.Subject.ShouldBe(subject);
        if (expected.Participants is { } participants)
            (await house.Look(db => db.Participants.CountAsync(p => p.TicketId == ticket.Id))).ShouldBe(participants);
    }

    private static async Task Happens(House house, TicketId ticket, string? given)
    {
        switch (given)
        {
            case "merged":
                var other = await house.Matter(house.Antti);
                await house.Get<MergeTickets>().For(other.Id, ticket, house.Antti, house.Nonce(), default);
                break;
            case "solved" or "solvedLongAgo":
                await house.Replies(ticket, (await house.Ticket(ticket)).OwnerId, new WhatNext.Solves(), "Automaatti on korjattu.");
                house.Clock.Passes(given == "solved" ? TimeSpan.FromHours(1) : TimeSpan.FromDays(40));
                break;
            default:
                given.ShouldBeNull();
                break;
        }
    }

    private static async Task<byte[]> Mail(House house, string name, TicketId ticket, string letter)
    {
        var signed = (await house.Get<LinkKey>().ReplySigner(default)).AddressOf(ticket, EmailAddress.Parse("apu@satama.example")).Value;
        var at = signed.IndexOf('@');
        var forged = $"{signed[..(at - 3)]}{(signed[(at - 3)..at] == "aaa" ? "bbb" : "aaa")}{signed[at..]}";
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.eml"));
        return Encoding.UTF8.GetBytes(text
            .Replace("{letter}", letter, StringComparison.Ordinal)
            .Replace("{reference}", (await house.Ticket(ticket)).Reference.Value, StringComparison.Ordinal)
            .Replace("{replyAddress}", signed, StringComparison.Ordinal)
            .Replace("{forgedAddress}", forged, StringComparison.Ordinal));
    }

    private static Task<int> Letters(House house) => house.Look(db => db.Outbox.CountAsync(o => o.Way == Way.Mail && o.Letter == Letter.Message));

    private sealed record Expected(
        string Trap, Fate Fate, int Letters, Clue? Because = null, string? Given = null,
        bool IsElsewhere = false, bool IsAgain = false, bool IsAside = false, bool IsClosed = false, bool IsNote = false, bool IsNotReached = false,
        string? Customer = null, string? Subject = null, string? NewSubject = null, int? Participants = null);
}
