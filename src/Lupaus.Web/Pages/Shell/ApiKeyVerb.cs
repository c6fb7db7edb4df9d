using System.CommandLine;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Pages.Shell;

internal sealed class ApiKeyVerb(Shell shell)
{
    public Command Command()
    {
        var verb = Shell.Verb("api-key", "Keys for programs that use the API: make one, see them all, take one away.", "lupaus api-key create webshop");
        verb.Add(Named("create", "Makes a key and prints its secret, once: it is stored nowhere.", "lupaus api-key create webshop", async (keys, name, stop) => await shell.Say(await keys.Make(name, stop))));
        verb.Add(Named("revoke", "Takes the key away; whoever calls with it is refused from now on.", "lupaus api-key revoke webshop", async (keys, name, stop) =>
        {
            await keys.Revoke(name, stop);
            await shell.Say("The key is revoked.");
        }));
        var list = Shell.Verb("list", "Lists the keys: when each was made and, if it was, revoked (UTC).", "lupaus api-key list");
        list.SetAction((_, stop) => With(List, stop));
        verb.Add(list);
        return verb;
    }

    private async Task List(KeepApiKeys keys, CancellationToken stop)
    {
        foreach (var key in await keys.All(stop))
            await shell.Say($"{key.Name}\t{key.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm}\t{(key.RevokedAt is { } revoked ? $"revoked {revoked.UtcDateTime:yyyy-MM-dd HH:mm}" : "in use")}");
    }

    private Command Named(string name, string does, string example, Func<KeepApiKeys, string, CancellationToken, Task> act)
    {
        var called = new Argument<string>("NAME") { Description = "What the key is called, so that you know it again." };
        var verb = Shell.Verb(name, does, example);
        verb.Add(called);
        verb.SetAction((parsed, stop) => With((keys, s) => act(keys, parsed.GetRequiredValue(called), s), stop));
        return verb;
    }

    private async Task<int> With(Func<KeepApiKeys, CancellationToken, Task> act, CancellationToken stop)
    {
        await using var rooms = shell.OpenRooms();
        if (!await rooms.GetRequiredService<Schema>().IsCurrent(stop))
            throw new RuleBroken(Refusal.Because("schema.old"));
        await act(rooms.GetRequiredService<KeepApiKeys>(), stop);
        return CommandLine.Done;
    }
}
