using System.Globalization;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.People;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Doors.Calls;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The form of a call as what it says. What can't be read is refused in words.</summary>
public sealed class PostedCalls(IDbContextFactory<LupausDb> databases, TakeCall take, OurCompany ourCompany, Words words, TimeProvider clock)
{
    public async Task<Reference> Save(IFormCollection form, AgentId by, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var about = await About(form, company, stop);
        var made = await Made(form, about, company, stop);
        return await take.From(about, made, by, Source.Of("desk", form["nonce"].ToString()), stop);
    }

    private async Task<CallAbout> About(IFormCollection form, CompanyNow company, CancellationToken stop)
    {
        var (about, subject) = (form["about"].ToString(), form["subject"].ToString());
        if (about.StartsWith("t-", StringComparison.Ordinal) && Reference.Read(about[2..]) is { } reference)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            return new CallAbout.Matter((await db.Tickets.One(reference, stop)).Id);
        }
        if (about.StartsWith("p-", StringComparison.Ordinal) && long.TryParse(about[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return new CallAbout.NewOf(new PersonId(id), subject);
        if (about != "new")
            throw new RuleBroken(Refusal.Because("desk.calls.who"));
        var (reach, name) = (form["phone"].ToString(), form["name"].ToString());
        var email = reach.Contains('@') ? EmailAddress.Read(reach) ?? throw new RuleBroken(Refusal.Because("email.shape")) : (EmailAddress?)null;
        PhoneNumber? phone = email is null && reach.Trim().Length > 0 ? PhoneNumber.Read(reach) ?? throw new RuleBroken(Refusal.Because("phone.shape")) : null;
        Person.WhyNotMeet(name, email, phone).StopIfAny();
        return new CallAbout.NewOfStranger(name, email, phone, LanguageCodes.Read(form["language"]) ?? company.Language, subject);
    }

    private async Task<CallMade> Made(IFormCollection form, CallAbout about, CompanyNow company, CancellationToken stop)
    {
        var now = clock.Now();
        var outcome = form["outcome"].ToString() switch
        {
            "talked" => CallOutcome.Talked,
            "voicemail" => CallOutcome.Voicemail,
            "noanswer" => CallOutcome.NoAnswer,
            _ => throw new RuleBroken(Refusal.Because("desk.calls.outcome")),
        };
        var isReached = outcome == CallOutcome.Talked;
        var startedAt = form.StartedIn(company.Zone, now);
        var call = new Call(form["direction"] != "out", outcome, startedAt, form.MinutesIn(startedAt, isReached, now), form["share"] == "1");
        if (!isReached)
            return new CallMade(call, form["summary"].ToString(), null, TryAgainAt: call.IsIncoming ? null : form.TimeIn(company.Zone, now));
        return new CallMade(call, form["summary"].ToString(), await Next(form, about, company, now, stop), form["delivers"] == "1");
    }

    /// <summary>A reminder that nobody had the time to write is the usual one, in the customer's language.</summary>
    private async Task<WhatNext> Next(IFormCollection form, CallAbout about, CompanyNow company, DateTimeOffset now, CancellationToken stop)
    {
        var next = form.NextIn(company.Zone, now);
        if (next is not WhatNext.WaitsForCustomer { Reminder: var reminder } waits || reminder.Cleaned().Length > 0)
            return next;
        await using var db = await databases.CreateDbContextAsync(stop);
        var (customer, language) = about switch
        {
            CallAbout.Matter { Ticket: var id } => await db.Tickets.Where(t => t.Id == id).Join(db.People, t => t.CustomerId, p => p.Id, (t, p) => new { p, t.Language }).FirstAsync(stop) is { } found ? (found.p, found.Language) : default,
            CallAbout.NewOf { Person: var id } => await db.People.AsNoTracking().FirstAsync(p => p.Id == id, stop) is { } person ? (person, person.Language) : default,
            CallAbout.NewOfStranger s => (Person.Meet(s.Name, s.Email, s.Phone, s.Language, now), s.Language),
            _ => default,
        };
        return waits with { Reminder = $"{Greetings.Plain(customer, words.In(language))}\n\n{words.In(language)["desk.reminder"]}" };
    }
}

internal static class PostedCallTimes
{
    /// <summary>When the page was opened: the call began then unless somebody says otherwise.</summary>
    public static DateTimeOffset OpenedIn(this IFormCollection form, DateTimeOffset now) =>
        PostedTime.Instant(form["opened"].ToString()) is { } at && at <= now && now - at < TimeSpan.FromDays(1) ? at : now;

    /// <summary>A time of today, or of yesterday when today's is still ahead.</summary>
    public static DateTimeOffset StartedIn(this IFormCollection form, TimeZoneInfo zone, DateTimeOffset now)
    {
        var opened = form.OpenedIn(now);
        if (form["start"].ToString().Trim() is not { Length: > 0 } written)
            return opened;
        var time = WrittenTime.Time(written) ?? throw new RuleBroken(Refusal.Because("desk.when.unreadable"));
        var local = TimeZoneInfo.ConvertTime(opened, zone);
        if (time.Hour == local.Hour && time.Minute == local.Minute)
            return opened;
        var at = zone.InstantOf(zone.DayAt(now), time);
        return at <= now ? at : zone.InstantOf(zone.DayAt(now).AddDays(-1), time);
    }

    public static int MinutesIn(this IFormCollection form, DateTimeOffset startedAt, bool isReached, DateTimeOffset now)
    {
        if (form["minutes"].ToString().Trim() is { Length: > 0 } written)
            return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : throw new RuleBroken(Refusal.Because("call.minutes").With("limit", Call.MostMinutes));
        return isReached ? (int)Math.Clamp(Math.Ceiling((now - startedAt).TotalMinutes), 1, Call.MostMinutes) : 0;
    }
}
