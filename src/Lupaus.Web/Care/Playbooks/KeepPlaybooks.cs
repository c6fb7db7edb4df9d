using Lupaus.Care.Playbooks;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

/// <summary>Those who lead write a new one, or an old one anew.</summary>
public sealed class WritePlaybook(Changes changes, TimeProvider clock)
{
    public Task<PlaybookId> For(PlaybookId? id, PlaybookText text, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return id ?? await Written(text, db, stop);
        var (now, role) = (clock.Now(), await db.RoleOf(by, stop));
        db.Remember(source, null, now);
        if (id is { } known)
        {
            (await db.Playbooks.One(known, stop)).Rewrite(text, role, by, now);
            return known;
        }
        var playbook = Playbook.Write(text, role, by, now);
        (await db.Playbooks.CountAsync(p => p.DroppedAt == null, stop) >= Playbook.Most ? Refusal.Because("playbook.many").With("limit", Playbook.Most) : null).StopIfAny();
        db.Playbooks.Add(playbook);
        return playbook.Id;
    }, stop);

    /// <summary>What came of it when it was written first; no id when it is called otherwise by now.</summary>
    private static Task<PlaybookId> Written(PlaybookText text, LupausDb db, CancellationToken stop)
    {
        var name = text.Name.OneLine();
        return db.Playbooks.Where(p => p.Name == name).OrderByDescending(p => p.Id).Select(p => p.Id).FirstOrDefaultAsync(stop);
    }
}

public sealed class DropPlaybook(Changes changes, TimeProvider clock)
{
    public Task For(PlaybookId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        (await db.Playbooks.One(id, stop)).Drop(await db.RoleOf(by, stop), by, now);
        db.Remember(source, null, now);
    }, stop);
}

/// <summary>The trouble is going on: whoever writes about it from now on is recognised, until somebody says that it is over or enough open hours have passed.</summary>
public sealed class SayItGoesOn(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    public async Task For(PlaybookId id, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            (await db.Playbooks.One(id, stop)).GoesOn(company.MakerFor(company.DefaultTopic.Id).InOpenHours(now, Playbook.Lasts), by, now);
            db.Remember(source, null, now);
        }, stop);
    }
}

public sealed class SayItIsOver(Changes changes, TimeProvider clock)
{
    public Task For(PlaybookId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        (await db.Playbooks.One(id, stop)).IsOver(by, now);
        db.Remember(source, null, now);
    }, stop);
}

/// <summary>A ticket in which the trouble was recognised is about something else.</summary>
public sealed class DismissTrouble(Changes changes, TimeProvider clock)
{
    public Task For(TicketId ticket, PlaybookId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        (await db.Tickets.One(ticket, stop)).WhyNotServe(by).StopIfAny();
        var match = await db.PlaybookMatches.FirstOrDefaultAsync(m => m.TicketId == ticket && m.PlaybookId == id, stop) ?? throw new RuleBroken(Refusal.Because("playbook.notseen"));
        match.Dismiss(by, now);
        db.Remember(source, ticket, now);
    }, stop);
}

internal static class PlaybooksStored
{
    public static async Task<Playbook> One(this DbSet<Playbook> playbooks, PlaybookId id, CancellationToken stop) =>
        await playbooks.FirstOrDefaultAsync(p => p.Id == id && p.DroppedAt == null, stop) ?? throw new RuleBroken(Refusal.Because("playbook.unknown"));

    public static Task<Role> RoleOf(this LupausDb db, AgentId agent, CancellationToken stop) => db.Agents.Where(a => a.Id == agent).Select(a => a.Role).FirstAsync(stop);
}
