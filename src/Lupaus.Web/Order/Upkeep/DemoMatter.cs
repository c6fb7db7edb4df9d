using Lupaus.Care.Recovery;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Care.Thanks;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>One matter of a demo story: what its people do to it, through the same slices as everybody's.</summary>
internal sealed class DemoMatter(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents, TicketId id)
{
    private static int sources;

    public static Source NewSource => Source.Of("demo", $"{Interlocked.Increment(ref sources)}-{Guid.NewGuid():N}");

    /// <summary>Answers the customer; who does so first takes it before, and is introduced.</summary>
    public async Task Reply(DemoAgent by, string text, WhatNext next, bool delivers = true, Upload? file = null, string? understood = null)
    {
        await Take(by);
        await stage.The<SendReply>().For(id, new Reply(text, next, delivers, Understood: understood), file is null ? [] : [file], agents[by], null, default);
    }

    public async Task Note(DemoAgent by, string text)
    {
        await Take(by);
        await stage.The<WriteNote>().For(id, text, [], agents[by], null, default);
    }

    /// <summary>The customer writes again; in a matter closed long ago it becomes a new one.</summary>
    public async Task<DemoMatter> Writes(string text, bool notSolved = false, Upload? file = null) =>
        new(stage, agents, await stage.The<HearCustomer>().Say(new CustomerWord(id, text, Channel.Page, NewSource, notSolved) { Files = file is null ? [] : [file] }, default));

    /// <summary>"Kyllä, kiitos."</summary>
    public Task Confirms() => Change((ticket, now) => ticket.ConfirmSolved(now));

    public Task Withdraws() => Change((ticket, now) => ticket.Withdraw(ticket.CustomerId, now));

    public Task SetAside(DemoAgent by) => Change((ticket, now) => ticket.SetAside(agents[by], now));

    public Task AimFor(string goal, DemoAgent by) => Change((ticket, now) => ticket.AimFor(goal, agents[by], now));

    public Task Move(DateTimeOffset due, string reason, DemoAgent by) => stage.The<MovePromise>().For(id, due, reason, agents[by], null, default);

    public Task Owe(string what, DateTimeOffset due, DemoAgent doer, bool told = false) =>
        Change((ticket, now) => ticket.TakeOn(what, agents[doer], due, told, agents[doer], now));

    public Task Done(DemoAgent by) => Change((ticket, now) => ticket.FinishDuty(ticket.Duties.First(d => d.IsOpen).Id, dropped: false, agents[by], now));

    public Task Raise(ObstacleKind kind, string text, DemoAgent by) => Change((ticket, now) => ticket.Raise(kind, text, agents[by], now));

    public Task Settle(ObstacleKind kind, string how, DemoAgent by) =>
        Change((ticket, now) => ticket.SettleObstacle(ticket.Obstacles.First(o => o.IsOpen && o.Kind == kind).Id, how, agents[by], now));

    /// <summary>The customer's newest message beside what our records say.</summary>
    public async Task Disagree(string says, RecordsWord record, DemoAgent by)
    {
        var newest = await stage.The<Changes>().Make(db => db.Tickets.Where(t => t.Id == id).Select(t => t.NewestFromCustomer).FirstAsync(), default);
        await stage.The<RecordDiscrepancy>().For(id, new WishedDiscrepancy(says, record.Says) { SaidIn = newest, Source = record.Source, Where = record.Where }, agents[by], null, default);
    }

    public Task Settle(Verdict verdict, DemoAgent by) =>
        Change((ticket, now) => ticket.SettleDiscrepancy(ticket.Obstacles.First(o => o.IsOpen && o.Kind == ObstacleKind.Discrepancy).Id, verdict, agents[by], now));

    /// <summary>"Näin se on": the customer says that it was understood right.</summary>
    public Task SaysItIsSo() => Change((ticket, now) => ticket.ConfirmUnderstanding(ticket.Understanding!.ToldIn, UnderstoodHow.ByPage, ticket.CustomerId, now));

    public Task Give(string what, int cents, string reason, DemoAgent by) => stage.The<GiveGoodwill>().For(id, new Gift(what, cents, reason), null, agents[by], null, default);

    public Task Thank(DemoAgent to, string words, DemoAgent by) => stage.The<ThankColleague>().For(id, agents[to], words, agents[by], null, default);

    /// <summary>The promise broke, and the new one is due at that time, as if nobody had been asked for longer.</summary>
    public Task Lapse(DateTimeOffset newDue, string words, DemoAgent lead) =>
        Change((ticket, now) => ticket.Lapse(newDue, agents[lead], words, TimeSpan.Zero, onPageOnly: false, now));

    /// <summary>Somebody rang the customer who left only a number, and told what was to be told.</summary>
    public Task Called() => stage.The<Changes>().Make(async db =>
    {
        foreach (var call in await db.Outbox.Where(o => o.TicketId == id && o.Way == Way.Call && o.State == Dispatch.Waiting).ToListAsync())
            call.Sent(stage.Time);
    }, default);

    private Task Take(DemoAgent by) => Change((ticket, now) =>
    {
        if (ticket.IsUntouched && ticket.OwnerId != agents[by])
            ticket.PassTo(agents[by], OwnerReason.TookNext, null, agents[by], now);
    });

    private Task Change(Action<Ticket, DateTimeOffset> change) => stage.The<ChangeTicket>().For(id, change, default);
}
