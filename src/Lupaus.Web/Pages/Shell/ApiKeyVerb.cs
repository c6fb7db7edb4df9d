using System.CommandLine;
using Lupaus.Ground.Api;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Shell;

internal sealed class ApiKeyVerb(Shell shell)
{
    public Command Command()
    {
        var verb = Shell.Verb("api-key", "Keys for programs that use the API: make one, see them all, take one away.", "lupaus api-key create webshop");
        verb.Add(Create());
        verb.Add(Named("revoke", "Takes the key away; whoever calls with it is refused from now on.", "lupaus api-key revoke webshop", async (keys, name, stop) =>
        {
            await keys.Revoke(name, stop);
            await shell.Say("The key is revoked.");
        }));
        var list = Shell.Verb("list", "Lists the keys: what each may do, when it was made, last used and, if it was, revoked (UTC).", "lupaus api-key list");
        list.SetAction((_, stop) => With(List, stop));
        verb.Add(list);
        return verb;
    }

    private async Task List(KeepApiKeys keys, CancellationToken stop)
    {
        foreach (var key in await keys.All(stop))
            await shell.Say($"{key.Name}\t{key.Scope.ToString().ToLowerInvariant()}\t{key.MadeAt.UtcDateTime:yyyy-MM-dd HH:mm}\t{(key.LastUsedAt is { } used ? $"used {used.UtcDateTime:yyyy-MM-dd HH:mm}" : "never used")}\t{(key.RevokedAt is { } revoked ? $"revoked {revoked.UtcDateTime:yyyy-MM-dd HH:mm}" : "in use")}");
    }

    private Command Create()
    {
        var called = new Argument<string>("NAME") { Description = "What the key is called, so that you know it again." };
        var scope = new Option<ApiScope>("--scope") { Description = "What it may do: read; write, which is reading too; admin, which is everything.", DefaultValueFactory = _ => ApiScope.Write };
        var only = new Option<string?>("--agent") { Description = "The e-mail address of the one agent it may act as (any, when left out)." };
        var verb = Shell.Verb("create", "Makes a key and prints its secret, once: it is stored nowhere.", "lupaus api-key create webshop --scope write");
        verb.Add(called);
        verb.Add(scope);
        verb.Add(only);
        verb.SetAction((parsed, stop) => With(async (keys, s) =>
            await shell.Say(await keys.Make(new NewApiKey(parsed.GetRequiredValue(called), parsed.GetValue(scope), await AgentCalled(parsed.GetValue(only), s)), Actor.Lupaus, s)), stop));
        return verb;
    }

    private async Task<AgentId?> AgentCalled(string? address, CancellationToken stop)
    {
        if (address is null)
            return null;
        var email = EmailAddress.Parse(address);
        await using var rooms = shell.OpenRooms();
        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);
        return await db.Agents.Where(a => a.Email == email && a.Activity != null).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync(stop)
            ?? throw new RuleBroken(Refusal.Because("agent.unknown"));
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
