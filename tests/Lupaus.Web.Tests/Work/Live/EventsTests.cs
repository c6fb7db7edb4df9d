using System.Net.Http.Headers;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Work.Live;

public sealed class EventsTests
{
    [Theory, OnBothDatabases]
    public async Task A_program_that_listens_hears_what_happens_and_after_a_broken_line_what_it_missed(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        using var listener = await Listener(house);
        string? last;
        await using (var line = await Line.Open(listener, "/api/v1/events"))
        {
            var first = await shop.Opens();
            var heard = (await line.Until("TicketArrived"))[^1];
            heard.Data.ShouldContain(first);
            last = heard.EventId;
        }

        var missed = await shop.Opens("Missä kuitti?", "veera@example.fi");
        listener.DefaultRequestHeaders.Add("Last-Event-ID", last);
        await using var again = await Line.Open(listener, "/api/v1/events");

        (await again.Until("TicketArrived"))[^1].Data.ShouldContain(missed);
    }

    [Fact]
    public async Task Who_listens_to_one_ticket_hears_of_no_other_and_no_words_of_anybody()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        using var listener = await Listener(house);
        var (one, other) = (await shop.Opens(), await shop.Opens(email: "eino@example.fi"));
        await using var line = await Line.Open(listener, $"/api/v1/events?ticket={one}");

        await shop.Post($"/tickets/{other}/notes", new { text = "Aivan muuta." });
        await shop.Post($"/tickets/{one}/notes", new { text = "Soitin asemalle." });
        var heard = (await line.Until("NoteWritten")).Where(e => e.EventType != "still").ToArray();

        heard.ShouldAllBe(e => e.Data.Contains(one));
        heard.ShouldAllBe(e => !e.Data.Contains("Soitin"));
    }

    [Fact]
    public async Task A_key_that_is_revoked_hears_nothing_more_and_an_eleventh_line_has_to_wait()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var secret = await house.Get<KeepApiKeys>().Make("listener", default);
        using var listener = house.Browser();
        listener.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var lines = new List<Line>();
        for (var i = 0; i < 10; i++)
            lines.Add(await Line.Open(listener, "/api/v1/events"));

        var refused = await listener.GetAsync("/api/v1/events", TestContext.Current.CancellationToken);
        await house.Get<KeepApiKeys>().Revoke("listener", default);
        await shop.Opens();

        (refused.StatusCode, refused.Headers.RetryAfter is null).ShouldBe((System.Net.HttpStatusCode.TooManyRequests, false));
        foreach (var line in lines)
            await line.Ends();
    }

    private static async Task<HttpClient> Listener(House house)
    {
        var listener = house.Browser();
        listener.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await house.Get<KeepApiKeys>().Make("listener", default));
        return listener;
    }
}
