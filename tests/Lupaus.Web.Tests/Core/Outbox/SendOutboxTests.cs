using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Mail.Reading;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Outbox;

public sealed class SendOutboxTests
{
    [Fact]
    public async Task The_acknowledgement_carries_owner_promise_and_the_customers_own_link()
    {
        await using var house = await House.Open();
        await Arrives(house);

        await house.Get<SendOutbox>().Now(default);

        var letter = (await Letters(house)).ShouldHaveSingleItem();
        letter.ShouldContain("Hei Aino, kiitos viestistäsi! Minna Salo hoitaa asiaasi ja vastaa sinulle viimeistään tänään klo 14.");
        letter.ShouldContain("https://satama.example/t/");
    }

    [Fact]
    public async Task What_was_sent_is_not_sent_again()
    {
        await using var house = await House.Open();
        await Arrives(house);
        await house.Get<SendOutbox>().Now(default);

        var again = await house.Get<SendOutbox>().Now(default);

        again.ShouldBe(0);
        (await house.Look(db => db.Outbox.Select(o => o.State).ToListAsync())).ShouldBe([Dispatch.Sent]);
    }

    [Fact]
    public async Task A_receipt_is_held_for_ten_minutes_and_a_persons_answer_makes_it_needless()
    {
        await using var house = await House.Open();
        var id = await Arrives(house);
        await house.Get<SendReply>().For(id, new Reply("Mikä numero?", new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(1), "Löytyikö?")), [], house.Minna, null, default);
        await house.Get<HearCustomer>().Say(new CustomerWord(id, "88213", Channel.Page, Source.Of("page", "p1")), default);
        await house.Get<SendOutbox>().Now(default);
        var before = (await Letters(house)).Count;

        await house.Get<SendReply>().For(id, new Reply("Kiitos, selvitän.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5))), [], house.Minna, null, default);
        house.Clock.Passes(TimeSpan.FromMinutes(11));
        await house.Get<SendOutbox>().Now(default);

        (await Letters(house)).Count.ShouldBe(before + 1);
        (await house.Look(db => db.Outbox.CountAsync(o => o.IsReceipt && o.State == Dispatch.Superseded))).ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_says_its_promise_in_the_letter()
    {
        await using var house = await House.Open();
        var id = await Arrives(house);
        await house.Get<SendReply>().For(id, new Reply("Katson varauksesi.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5))), [], house.Antti, null, default);

        await house.Get<SendOutbox>().Now(default);

        (await Letters(house)).ShouldContain(l => l.Contains("Katson varauksesi.") && l.Contains("Antti selvittää asian ja kertoo sinulle viimeistään tänään klo 15."));
    }

    [Fact]
    public async Task A_customer_with_only_a_number_is_rung_and_no_letter_is_written()
    {
        await using var house = await House.Open();
        await house.Get<OpenTicket>().From(new NewMatter("Jorma Niemi", null, PhoneNumber.Parse("040 765 4321"), "Soittakaa.", LanguageCode.Fi, Channel.Form, Source.Of("form", "n")), default);

        await house.Get<SendOutbox>().Now(default);

        (await Letters(house)).ShouldBeEmpty();
        var entry = await house.Look(db => db.Outbox.SingleAsync());
        (entry.Way, entry.State, entry.Address).ShouldBe((Way.Call, Dispatch.Waiting, "+358407654321"));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_waits_and_is_tried_again()
    {
        await using var house = await House.Open();
        await Arrives(house);
        var folder = house.Get<Settings>().LetterFolder;
        await File.WriteAllTextAsync(folder, "in the way");

        await house.Get<SendOutbox>().Now(default);
        File.Delete(folder);
        house.Clock.Passes(TimeSpan.FromMinutes(2));
        await house.Get<SendOutbox>().Now(default);

        (await Letters(house)).Count.ShouldBe(1);
        (await house.Look(db => db.Outbox.SingleAsync())).Attempts.ShouldBe(2);
    }

    private static async Task<TicketId> Arrives(House house) => (await house.Get<OpenTicket>().From(
        new NewMatter("Aino Testinen", EmailAddress.Parse("aino@example.fi"), null, "Lippua ei voi lunastaa.", LanguageCode.Fi, Channel.Form, Source.Of("form", "n1")), default)).Id;

    /// <summary>The bodies of the letters in the folder.</summary>
    private static async Task<IReadOnlyList<string>> Letters(House house)
    {
        var folder = house.Get<Settings>().LetterFolder;
        if (!Directory.Exists(folder))
            return [];
        var letters = new List<string>();
        foreach (var file in Directory.GetFiles(folder, "*.eml").Order())
            letters.Add(MailReader.Read(await File.ReadAllBytesAsync(file)).Text);
        return letters;
    }
}
