using System.CommandLine;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Order.Upkeep;

namespace Lupaus.Web.Pages.Shell;

internal sealed class DemoVerb(Shell shell)
{
    private readonly Option<bool> ifEmpty = new("--if-empty") { Description = "Do nothing where there is a company already." };
    private readonly Option<int?> tickets = new("--tickets") { Description = "A big company instead: so many tickets, ten messages each, one in twenty open.", HelpName = "N" };
    private readonly Option<int> seed = new("--seed") { Description = "The same seed gives the same big company.", HelpName = "S", DefaultValueFactory = _ => 1 };

    public Command Command()
    {
        var demo = Shell.Verb("demo", "Fills an empty database with a company to look at: Satama Palvelut Oy, with tickets in every state, up to this moment.", "lupaus demo --if-empty, or lupaus demo --tickets 100000 --seed 1");
        demo.Add(ifEmpty);
        demo.Add(tickets);
        demo.Add(seed);
        demo.SetAction((parsed, stop) => Run(parsed.GetValue(ifEmpty), parsed.GetValue(tickets), parsed.GetValue(seed), stop));
        return demo;
    }

    private async Task<int> Run(bool onlyIfEmpty, int? many, int withSeed, CancellationToken stop)
    {
        var settings = shell.Settings;
        if (many is < 1 or > BigDemo.Most)
            throw new AskedWrongly($"--tickets takes a number from 1 to {BigDemo.Most}.");
        await using var rooms = shell.OpenRooms();
        await rooms.GetRequiredService<Schema>().Migrate(stop);
        if (await rooms.GetRequiredService<OurCompany>().Find(stop) is { } there)
        {
            if (!onlyIfEmpty)
                throw new RuleBroken(Refusal.Because("demo.company").With("company", there.Name));
            await shell.Say($"{there.Name} is here already, so nothing was added.");
            return there.Email == DemoPeople.Mailbox ? await TellWho(settings) : CommandLine.Done;
        }
        var now = rooms.GetRequiredService<TimeProvider>().Now();
        var count = many is { } n ? await BigDemo.Fill(settings, n, withSeed, now, stop) : await Demo.Fill(settings, now, stop);
        await shell.Say($"{DemoPeople.CompanyName} is here, with {count} tickets.");
        return await TellWho(settings);
    }

    private async Task<int> TellWho(Settings settings)
    {
        await shell.Say($"\nAddress   {settings.PublicAddress}\nSign in   {settings.PublicAddress}desk with the password {DemoPeople.Password} as");
        foreach (var agent in DemoPeople.Agents)
            await shell.Say($"          {agent.Email,-24}{agent.Name}, {agent.Does}");
        return await shell.Say("");
    }
}
