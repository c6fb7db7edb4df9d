using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Replies;
using Lupaus.Web.Work.Views;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Lupaus.Work.Views;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>What a company gathers around its tickets: words it says often, tags, views, macros, a rule. And nobody has left the past unread.</summary>
internal sealed class DemoHabits(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents)
{
    private static readonly (string Name, SavedTexts Texts)[] Said =
    [
        ("Kuitti tai kuva", new(
            "Saisinko sinulta vielä kuitin tai kuvan? Voit liittää sen suoraan vastaukseesi.",
            "Kan du skicka mig kvittot eller en bild? Du kan bifoga det direkt i ditt svar.",
            "Could you send me the receipt or a picture? You can attach it to your reply.")),
        ("Lippu siirretty", new(
            "Siirsin lippusi. Uusi lippu tulee sähköpostiisi muutamassa minuutissa, eikä vanhaa tarvitse palauttaa.",
            "Jag har flyttat din biljett. Den nya kommer till din e-post om några minuter, och den gamla behöver du inte lämna tillbaka.",
            "I have moved your ticket. The new one reaches your e-mail in a few minutes, and you don't need to return the old one.")),
        ("Lasku uudelleen", new(
            "Lähetin laskun uudelleen oikeaan osoitteeseen. Eräpäivä siirtyi kahdella viikolla.",
            "Jag skickade fakturan på nytt till rätt adress. Förfallodagen flyttades två veckor framåt.",
            "I have sent the invoice again to the right address. It is now due two weeks later.")),
    ];

    /// <summary>Prepared for the day when it happens; nobody says yet that it is going on.</summary>
    private static readonly PlaybookText TrainIsCancelled = new(
        "Hangon juna peruttu", "Kun juna Hankoon tai Hangosta ei kulje. Korvaava bussi lähtee aina aseman edestä.",
        new SavedTexts(
            "Hei {{firstname}},\n\njunasi on peruttu, ja olen pahoillani siitä. Korvaava bussi lähtee aseman edestä junan aikataulun mukaan, ja lippusi kelpaa siinä. Jos bussi ei sovi sinulle, ota taksi ja lähetä kuitti tänne: me maksamme sen.",
            "Hej {{firstname}},\n\nditt tåg är inställt, och jag är ledsen för det. En ersättande buss går framför stationen enligt tågets tidtabell, och din biljett gäller. Om bussen inte passar dig, ta en taxi och skicka kvittot hit: vi betalar.",
            "Hello {{firstname}},\n\nyour train is cancelled, and I am sorry about that. A bus leaves from the front of the station at the train's time, and your ticket is valid on it. If the bus doesn't suit you, take a taxi and send us the receipt: we will pay."),
        PromiseKind.FindOut, 2, new SavedTexts("milloin junat taas kulkevat", "när tågen går igen", "when the trains run again"),
        ["juna peruttu", "junavuoro peruttu", "juna ei kulje", "tåg inställt", "tåget inställt", "train cancelled", "train canceled"]);

    /// <summary>A tag, and the beginning of a word that tells where it belongs.</summary>
    private static readonly (string Tag, string Word)[] Tags = [("lippu", "lippu"), ("lasku", "lasku"), ("verkkokauppa", "verkkokaup"), ("ryhmä", "ryhmä")];

    public async Task Settle(CancellationToken stop)
    {
        var minna = agents[DemoPeople.Minna];
        foreach (var (name, texts) in Said)
            await stage.The<WriteSavedReply>().For(null, name, texts, false, minna, null, stop);
        await Tag(minna, stop);
        await stage.The<SaveView>().For(null, "Asiakkaan vuoro, pitkään", new ViewFilter { Turn = Lupaus.Work.Views.Turn.Customers, Order = ViewOrder.OldestWord }, true, minna, stop);
        await stage.The<WriteMacro>().For(null, new WishedMacro("Kysy kuitti", [await Saying("Kuitti tai kuva", stop), new ChooseNext(NextStep.WaitForCustomer, 14)], true), minna, true, null, stop);
        await stage.The<WriteMacro>().For(null, new WishedMacro("Selvitän toimittajalta", [new LeaveNote("Kysytty toimittajalta."), new ChooseNext(NextStep.FindOut, 4)], true), minna, true, null, stop);
        var rule = await stage.The<WriteRule>().For(null, new RuleText("Peruutus tänään", new Trigger(TicketEvent.Arrived), [new WordsAre(["peruu", "peru", "inställ", "cancel"])], [new AlertByMail(Alerted.Lead)]), minna, null, stop);
        await stage.The<SwitchRule>().For(rule, true, minna, stop);
        await stage.The<WritePlaybook>().For(null, TrainIsCancelled, minna, null, stop);
        await ReadThePast(stop);
    }

    private async Task<PutSavedReply> Saying(string name, CancellationToken stop) =>
        new((await stage.The<SavedReplies>().For(agents[DemoPeople.Minna], stop)).Single(s => s.Name == name).Id);

    private async Task Tag(AgentId by, CancellationToken stop)
    {
        await using var db = await stage.The<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);
        var tickets = await db.Tickets.AsNoTracking().Select(t => new { t.Id, t.Subject }).ToListAsync(stop);
        foreach (var ticket in tickets)
            if (Tags.Where(t => ticket.Subject.Contains(t.Word, StringComparison.OrdinalIgnoreCase)).Select(t => t.Tag).ToArray() is { Length: > 0 } tags)
                await stage.The<TagTicket>().For(ticket.Id, tags, [], by, null, stop);
    }

    /// <summary>What came up before today has been seen by everybody whose it was.</summary>
    private Task ReadThePast(CancellationToken stop) => stage.The<Changes>().Make(async db =>
    {
        var lately = stage.Present.AddHours(-4);
        foreach (var alert in await db.Alerts.Where(a => a.ReadAt == null && a.At < lately).ToListAsync(stop))
            alert.Read(alert.At.AddMinutes(10));
    }, stop);
}
