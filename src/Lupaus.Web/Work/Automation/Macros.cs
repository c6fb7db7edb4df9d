using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Automation.Deeds;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

/// <param name="IsShared">Everybody's; else the writer's own.</param>
public sealed record WishedMacro(string Name, IReadOnlyList<Deed> Deeds, bool IsShared);

/// <summary>Writes a new one, or an old one anew.</summary>
public sealed class WriteMacro(Changes changes, TimeProvider clock)
{
    public const int Most = 200;

    public Task<MacroId> For(MacroId? id, WishedMacro wish, AgentId by, bool isAdmin, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return id ?? await Written(wish, by, db, stop);
        var now = clock.Now();
        Macro.WhyNotWrite(wish.Name, wish.Deeds).StopIfAny();
        (wish.IsShared && !isAdmin ? Refusal.Because("macro.shared") : null).StopIfAny();
        await WhyNotPut(wish, by, db, stop);
        if (id is { } known)
        {
            (await db.Macros.ToChange(known, by, isAdmin, stop)).Rewrite(wish.Name, wish.Deeds, by, now);
            return known;
        }
        var owner = wish.IsShared ? (AgentId?)null : by;
        (await db.Macros.CountAsync(m => m.DroppedAt == null && m.OwnedBy == owner, stop) >= Most ? Refusal.Because("macro.many").With("limit", Most) : null).StopIfAny();
        var macro = Macro.Write(wish.Name, wish.Deeds, owner, by, now);
        db.Macros.Add(macro);
        db.Remember(source, null, now);
        return macro.Id;
    }, stop);

    /// <summary>What came of it when it was written first; no id when it is called otherwise by now.</summary>
    private static Task<MacroId> Written(WishedMacro wish, AgentId by, LupausDb db, CancellationToken stop)
    {
        var (name, owner) = (wish.Name.OneLine(), wish.IsShared ? (AgentId?)null : by);
        return db.Macros.Where(m => m.Name == name && m.OwnedBy == owner).OrderByDescending(m => m.Id).Select(m => m.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>Everybody's macro can't put in words that only one of us has.</summary>
    private static async Task WhyNotPut(WishedMacro wish, AgentId by, LupausDb db, CancellationToken stop)
    {
        foreach (var put in wish.Deeds.OfType<PutSavedReply>())
        {
            var isThere = await db.SavedReplies.AnyAsync(s => s.Id == put.Saved && (s.OwnedBy == null || (!wish.IsShared && s.OwnedBy == by)), stop);
            (isThere ? null : Refusal.Because("deed.saved")).StopIfAny();
        }
    }
}

public sealed class DropMacro(Changes changes, TimeProvider clock)
{
    public Task For(MacroId id, AgentId by, bool isAdmin, CancellationToken stop) => changes.Make(async db =>
        (await db.Macros.ToChange(id, by, isAdmin, stop)).Drop(by, clock.Now()), stop);
}

/// <summary>
/// Does all that a macro says to a ticket, in one change: what one of its parts refuses stops all of it. Words and the next
/// step are put into the agent's reply, and leave when the agent sends it.
/// </summary>
public sealed class RunMacro(Changes changes, OurCompany ourCompany, Doers doers, TimeProvider clock)
{
    /// <param name="draft">Writes what is put in into the agent's unsent reply; null where the caller sends it by other means.</param>
    public async Task<PutIn> For(TicketId id, MacroId macro, AgentId by, Func<PutIn, string>? draft, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        return await changes.Make(async db =>
        {
            var now = clock.Now();
            var run = await db.Macros.AsNoTracking().FirstOrDefaultAsync(m => m.Id == macro && m.DroppedAt == null, stop);
            (run is not null && run.IsFor(by) ? null : Refusal.Because("macro.unknown")).StopIfAny();
            var at = new InHand(await db.Tickets.One(id, stop), db, company, by, null, now);
            if (await db.Done(source, stop) is not null)
                return at.Reply;
            at.Ticket.RunBy(macro, by, now);
            await doers.Do(run!.Deeds, at, stop);
            if (draft is not null && !at.Reply.IsEmpty)
                await PutIntoReply(draft(at.Reply), at, by, stop);
            db.Remember(source, id, now);
            return at.Reply;
        }, stop);
    }

    private static async Task PutIntoReply(string reply, InHand at, AgentId by, CancellationToken stop)
    {
        var kept = await at.Db.UnsentBy(by, at.Ticket.Id, stop);
        var unsent = kept ?? new Unsent(at.Ticket.Id, by);
        unsent.Keep(reply, unsent.Note, at.Now);
        if (kept is null)
            at.Db.Unsent.Add(unsent);
    }
}

internal static class MacrosStored
{
    public static async Task<Macro> ToChange(this DbSet<Macro> macros, MacroId id, AgentId by, bool isAdmin, CancellationToken stop)
    {
        var macro = await macros.FirstOrDefaultAsync(m => m.Id == id && m.DroppedAt == null, stop) ?? throw new RuleBroken(Refusal.Because("macro.unknown"));
        macro.WhyNotChange(by, isAdmin).StopIfAny();
        return macro;
    }
}
