using System.CommandLine;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Pages.Shell;

internal sealed class CheckVerb(Shell shell)
{
    public Command Command()
    {
        var check = Shell.Verb("check", "Looks through the whole database for anything that must never be: a ticket without owner or promise, a word that isn't in the outbox. Prints what it finds, and ends with 1 if there is any.", "lupaus check");
        check.SetAction((_, stop) => Run(stop));
        return check;
    }

    private async Task<int> Run(CancellationToken stop)
    {
        await using var rooms = shell.OpenRooms();
        if (!await rooms.GetRequiredService<Schema>().IsCurrent(stop))
            throw new RuleBroken(Refusal.Because("schema.old"));
        var violations = await rooms.GetRequiredService<InvariantCheck>().Look(stop);
        foreach (var violation in violations)
            await shell.Say($"{violation.Rule}: {violation.What}");
        await shell.Say(violations.Count == 0 ? "Everything is as it must be." : $"Found: {violations.Count}.");
        return violations.Count == 0 ? CommandLine.Done : CommandLine.Refused;
    }
}
