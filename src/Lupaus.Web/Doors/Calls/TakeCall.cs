using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Calls;

/// <summary>What a call is about: a matter there is, or a new one of somebody known or unknown.</summary>
public abstract record CallAbout
{
    private CallAbout() { }

    public sealed record Matter(TicketId Ticket) : CallAbout;

    public sealed record NewOf(PersonId Person, string Subject, TopicId? Topic = null) : CallAbout;

    public sealed record NewOfStranger(string? Name, EmailAddress? Email, PhoneNumber? Phone, LanguageCode Language, string Subject, TopicId? Topic = null) : CallAbout;
}

/// <summary>
/// A call through any door: a new matter is opened first, by what every new matter comes in by; then the call is logged in
/// it. A call of theirs that we missed is a message like any other. Sent again, each step is done once.
/// </summary>
public sealed class TakeCall(IDbContextFactory<LupausDb> databases, OpenTicket open, HearCustomer hear, LogCall log, OurCompany ourCompany, Words words)
{
    public async Task<Reference> From(CallAbout about, CallMade made, AgentId by, Source source, CancellationToken stop)
    {
        var missed = made.Call is { IsIncoming: true, IsReached: false };
        if (about is CallAbout.Matter { Ticket: var known })
        {
            if (missed)
                known = await hear.Say(new CustomerWord(known, await WordsOf(made, await LanguageOf(known, stop), stop), Channel.Call, source), stop);
            else
                await log.For(known, made, takes: false, by, source, stop);
            return await ReferenceOf(known, stop);
        }
        if (!missed)
            WhyNotLog(made).StopIfAny(); // before there is a matter that would stand there without its call
        var opened = await open.From(await Matter(about, made, missed, source, stop), stop);
        if (!missed)
            await log.For(opened.Id, made, takes: true, by, source, stop);
        return opened.Reference;
    }

    private static Refusal? WhyNotLog(CallMade made) =>
        made.Call.IsReached && made.Next is null ? Refusal.Because("call.next") :
        made.Next is WhatNext.PromiseStands ? Refusal.Because("promise.answered") :
        made.Call.IsReached ? Message.WhyNotSay(made.Summary) :
        null;

    private async Task<NewMatter> Matter(CallAbout about, CallMade made, bool missed, Source source, CancellationToken stop)
    {
        var stranger = about as CallAbout.NewOfStranger ?? await Known((CallAbout.NewOf)about, stop);
        var subject = stranger.Subject.OneLine();
        (subject.Length == 0 && !missed ? Refusal.Because("call.subject") : subject.Length > Limits.Subject ? Refusal.Because("ticket.subject").With("limit", Limits.Subject) : null).StopIfAny();
        var body = missed ? $"{subject}\n\n{await WordsOf(made, stranger.Language, stop)}".Trim() : subject;
        return new NewMatter(stranger.Name, stranger.Email, stranger.Phone, body, stranger.Language, Channel.Call, source, subject, Topic: stranger.Topic);
    }

    /// <summary>Known by how they are reached, as everybody who comes in is.</summary>
    private async Task<CallAbout.NewOfStranger> Known(CallAbout.NewOf about, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var person = await db.People.AsNoTracking().Include(p => p.Contacts).FirstOrDefaultAsync(p => p.Id == about.Person, stop) ?? throw new RuleBroken(Refusal.Because("person.unknown"));
        return new CallAbout.NewOfStranger(null, EmailAddress.Read(person.Email), PhoneNumber.Read(person.Phone), person.Language, about.Subject, about.Topic);
    }

    private async Task<string> WordsOf(CallMade made, LanguageCode language, CancellationToken stop)
    {
        if (made.Summary.Cleaned() is { Length: > 0 } said)
            return said;
        var times = new CivilTime(language, (await ourCompany.Now(stop)).Zone, made.Call.StartedAt);
        return words.In(language).Say("calls.missed", ("time", times.At(made.Call.StartedAt)));
    }

    private async Task<LanguageCode> LanguageOf(TicketId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.Where(t => t.Id == id).Select(t => (LanguageCode?)t.Language).FirstOrDefaultAsync(stop) ?? throw new RuleBroken(Refusal.Because("ticket.unknown"));
    }

    private async Task<Reference> ReferenceOf(TicketId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await db.Tickets.One(id, stop)).Reference;
    }
}
