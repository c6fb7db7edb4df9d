using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Sqlite;
using Lupaus.Storage.Work.Search;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Search;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Search;

public sealed class TicketSearchTests
{
    [Theory, OnBothDatabases]
    public async Task What_was_said_is_found_in_whatever_form_it_is_sought(string database)
    {
        await using var house = await House.On(database);
        var train = await house.Matter(house.Antti, "Aino Testinen", "aino@example.fi", body: "Junalippuni ei tulostunut, ja juna lähti ilman minua.");
        var shop = await house.Matter(house.Antti, "Jorma Niemi", "jorma@example.fi", body: "Verkkokauppatilaukseni laskussa on väärä summa. Saanko rahat takaisin?");
        var wifi = await house.Matter(house.Antti, "Tuula Kettu", "tuula@example.fi", body: "Wifi-reitittimemme on rikki; tehty on mitä osataan.");
        await house.Replies(wifi.Id, house.Antti, new WhatNext.Promises(Lupaus.Core.Promises.PromiseKind.FindOut, House.MondayAtTen.AddHours(5)), "Selvitän takuun ehdot.");
        var all = new[] { train, shop, wifi };

        async Task Finds(string sought, params Ticket[] wanted) =>
            (await house.Found(sought)).ShouldBe(all.Where(wanted.Contains).Select(t => t.Reference.ToString()), ignoreOrder: true, sought);

        await Finds("junalippu", train);
        await Finds("lippu", train);
        await Finds("JUNALIPUILLA", train);
        await Finds("lähteä", train);
        await Finds("tilaus", shop);
        await Finds("verkkokauppa", shop);
        await Finds("summat lasku", shop);
        await Finds("reititin", wifi);
        await Finds("wifireitit", wifi);
        await Finds("tehdä", wifi);
        await Finds("takuu", wifi);
        await Finds("rikki takuuehdot");
        await Finds("rikki ehto", wifi);
        await Finds("\"rahat takaisin\"", shop);
        await Finds("\"raha takaisin\"", shop);
        await Finds("\"takaisin rahat\"");
        await Finds("tak", shop, wifi);
        await Finds("tak ");
        await Finds("aino", train);
        await Finds("Testisen juna", train);
        await Finds("sää");
        await Finds("' \\ \" * ( ) : OR NOT ~");
        await Finds("!");
    }

    [Theory, OnBothDatabases]
    public async Task Filters_narrow_it_in_any_of_our_languages(string database)
    {
        await using var house = await House.On(database);
        var mine = await house.Matter(house.Antti, "Aino Testinen", "aino@example.fi", body: "Lasku puuttuu.");
        var hers = await house.Matter(house.Maija, "Jorma Niemi", "jorma@example.fi", body: "Lasku on väärin.");
        await house.Replies(hers.Id, house.Maija, new WhatNext.Solves(), "Korjattu.");
        await house.Get<TagTicket>().For(mine.Id, ["kiireinen"], [], house.Antti, null, default);
        var all = new[] { mine, hers };

        async Task Finds(string sought, params Ticket[] wanted) =>
            (await house.Found(sought)).ShouldBe(all.Where(wanted.Contains).Select(t => t.Reference.ToString()), ignoreOrder: true, sought);

        await Finds("lasku", mine, hers);
        await Finds("lasku owner:me", mine);
        await Finds("vastuu:maija", hers);
        await Finds("laskut state:closed", hers);
        await Finds("läge:öppen", mine);
        await Finds("asiakas:niemi lasku", hers);
        await Finds("tag:kiire", mine);
        await Finds("lasku has:file");
        await Finds("lasku before:2020-01-01");
        await Finds("lasku after:2020-01-01", mine, hers);
        await Finds("lasku ennen:joskus");
    }

    [Theory, OnBothDatabases]
    public async Task What_another_analyser_made_is_made_anew_and_what_is_missing_is_made(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, body: "Junalippuni katosi.");
        await house.Get<Changes>().Make(async db =>
        {
            var entries = await db.SearchEntries.OrderBy(e => e.Id).ToListAsync();
            entries[0].Renew("", "0/0");
            db.SearchEntries.RemoveRange(entries.Where(e => e.MessageId != null).Skip(1));
        }, default);
        var messages = await house.Look(db => db.Messages.CountAsync());

        (await house.Get<IndexAnew>().All(default)).ShouldBe(messages);

        (await house.Get<IndexAnew>().All(default)).ShouldBe(0);
        (await house.Look(db => db.SearchEntries.CountAsync(e => e.MadeBy == house.Get<WordsForSearch>().MadeBy))).ShouldBe(messages + 1);
        (await house.Found("lippu")).ShouldBe([ticket.Reference.ToString()]);
    }

    [Theory, OnBothDatabases]
    public async Task The_longest_message_of_the_longest_words_is_stored_and_found(string database)
    {
        await using var house = await House.On(database);
        string[] parts = ["juna", "lippu", "kauppa", "tilaus", "vahvistus", "osoite", "palvelu", "maksu", "toimitus", "verkko"];
        var words = from a in parts from b in parts from c in parts from d in parts where a != b && b != c && c != d select $"{a}{b}{c}{d}";

        var ticket = await house.Matter(house.Antti, body: $"Aluksi {string.Join(' ', words)}".CutTo(Limits.Body));

        (await house.Found("aluksi")).ShouldBe([ticket.Reference.ToString()]);
    }

    [Theory, OnBothDatabases]
    public async Task Words_that_are_erased_are_not_found(string database)
    {
        await using var house = await House.On(database);
        await house.Matter(house.Antti, body: "Polkupyörä katosi.");
        (await house.Found("pyörä")).Count.ShouldBe(1);

        await house.Look(db => db.Database.ExecuteSqlRawAsync("UPDATE messages SET body = ''"));
        await house.Look(db => db.Tickets.ExecuteUpdateAsync(t => t.SetProperty(x => x.Subject, "-")));
        await house.Look(db => db.SearchEntries.Where(e => e.MessageId == null).ExecuteDeleteAsync());

        (await house.Found("pyörä")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_new_subject_is_found_and_the_old_one_no_more(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, body: "Terve! Avuksi tarvittaisiin.");
        await house.Get<Changes>().Make(async db => (await db.Tickets.FirstAsync(t => t.Id == ticket.Id)).Rename("Kadonnut polkupyörä", house.Antti, House.MondayAtTen.ToUniversalTime()), default);

        (await house.Found("polkupyörän")).ShouldBe([ticket.Reference.ToString()]);
    }
}

internal static class Finding
{
    /// <summary>What few say and what many say is looked for in two ways on SQLite, which have to find the same.</summary>
    public static async Task<IReadOnlyList<string>> Found(this House house, string sought)
    {
        var found = await house.FoundNow(sought);
        if (house.Get<SearchDialect>() is SqliteSearch sqlite)
        {
            var few = sqlite.Few;
            sqlite.Few = -1;
            (await house.FoundNow(sought)).ShouldBe(found, ignoreOrder: true, sought);
            sqlite.Few = few;
        }
        return found;
    }

    private static async Task<IReadOnlyList<string>> FoundNow(this House house, string sought) =>
        await house.Look(db => db.Tickets.Matching(sought, Seeker.Now(house.Antti, TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki"), House.MondayAtTen), db).Select(t => t.Reference.ToString()).ToListAsync());
}
