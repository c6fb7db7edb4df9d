using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Work.Search;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Views;

/// <summary>When a list is looked at, and where the day and the week end there.</summary>
public sealed record Moment(DateTimeOffset Now, TimeZoneInfo Zone, DateTimeOffset EndOfDay, DateTimeOffset EndOfWeek)
{
    public static Moment In(TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var toSunday = ((int)DayOfWeek.Sunday - (int)today.DayOfWeek + 7) % 7;
        return new Moment(now, zone, MidnightAfter(today), MidnightAfter(today.AddDays(toSunday)));

        DateTimeOffset MidnightAfter(DateTime day) => new DateTimeOffset(day.AddDays(1), zone.GetUtcOffset(day.AddDays(1))).ToUniversalTime();
    }

    public DateTimeOffset Soon => Now + Promise.Warning;
}

/// <summary>Which tickets a view shows; said once for the desk and for programs.</summary>
public static class ViewQuery
{
    /// <summary>The same for any of them: who is away says what is mine.</summary>
    public static async Task<IQueryable<Ticket>> InView(this LupausDb db, DeskView view, AgentId me, Moment moment, CancellationToken stop) =>
        view == DeskView.Mine ? await db.LookedAfterBy(me, moment.Now, stop) : db.InView(view, me, moment);

    public static IQueryable<Ticket> InView(this LupausDb db, DeskView view, AgentId me, Moment moment) => view switch
    {
        DeskView.Common => db.Tickets.InLine(),
        DeskView.Team => db.Tickets.Open().OfTeamsOf(me, db),
        DeskView.Open => db.Tickets.Open(),
        DeskView.Waiting => db.Tickets.Open().Where(t => t.Promise!.Kind == PromiseKind.CheckBack),
        DeskView.Today => db.Tickets.Open().ComingUpBy(moment.EndOfDay).Where(t => t.Promise!.Kind != PromiseKind.CheckBack),
        DeskView.Risk => db.Tickets.AtRisk(db.Obstacles, moment.Soon),
        DeskView.Closed => db.Tickets.Where(t => t.Closure != null),
        DeskView.Internal => db.Tickets.Open().Internal(),
        DeskView.Asked => db.Tickets.Where(t => t.RequesterId == me),
        DeskView.Aside => db.SetAside(),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view, "It has a filter of its own."),
    };

    /// <summary>Those a filter lets through, in no order yet.</summary>
    public static IQueryable<Ticket> Fitting(this LupausDb db, ViewFilter filter, AgentId me, Moment moment)
    {
        var tickets = filter.State switch
        {
            OpenOrClosed.Open => db.Tickets.Open(),
            OpenOrClosed.Closed => db.Tickets.Where(t => t.Closure != null),
            _ => db.Tickets,
        };
        if ((filter.Whose == WhoseMatter.Mine ? me : filter.Whose == WhoseMatter.Ones ? filter.Owner : null) is { } owner)
            tickets = filter.State == OpenOrClosed.Open ? tickets.OwnedBy(owner) : tickets.Where(t => t.OwnerId == owner);
        if (filter.Asker != Asker.Anybody)
            tickets = filter.Asker switch { Asker.Me => tickets.Where(t => t.RequesterId == me), Asker.Colleagues => tickets.Internal(), _ => tickets.Where(t => t.RequesterId == null) };
        if (filter.Team is { } team)
            tickets = tickets.Where(t => db.Topics.Any(topic => topic.Id == t.TopicId && topic.TeamId == team));
        if (filter.Topic is { } topicId)
            tickets = tickets.Where(t => t.TopicId == topicId);
        if (filter.Tag is { } tag)
            tickets = tickets.Where(t => db.TicketTags.Any(x => x.TagId == tag && x.TicketId == t.Id));
        if (filter.Turn != Turn.Either)
            tickets = filter.Turn == Turn.Customers ? tickets.Where(t => t.Promise!.Kind == PromiseKind.CheckBack) : tickets.Where(t => t.Promise!.Kind != PromiseKind.CheckBack);
        if (filter.Due != DueBy.Whenever)
            tickets = tickets.ComingUpBy(filter.Due switch { DueBy.Soon => moment.Soon, DueBy.Today => moment.EndOfDay, _ => moment.EndOfWeek });
        if (filter.Language is { } language)
            tickets = tickets.Where(t => t.Language == language);
        if (filter.Unread)
            tickets = tickets.Where(Unread.To(me, db));
        return filter.Text is { Length: > 0 } text ? tickets.Matching(text, Seeker.Now(me, moment.Zone, moment.Now), db) : tickets;
    }

    // Two small indexes in one list: "either or" would walk through everything there is.
    private static IQueryable<Ticket> SetAside(this LupausDb db)
    {
        var aside = db.Tickets.Where(t => t.AsideUntil != null).Select(t => t.Id).Concat(db.Tickets.Where(t => t.Closure!.How == HowClosed.NotService).Select(t => t.Id));
        return db.Tickets.Where(t => aside.Contains(t.Id));
    }

    public static IQueryable<Ticket> OfTeamsOf(this IQueryable<Ticket> tickets, AgentId agent, LupausDb db)
    {
        var topics = db.TopicsServedBy(agent).Select(topic => topic.Id);
        return tickets.Where(t => topics.Contains(t.TopicId));
    }

    public static IQueryable<Topic> TopicsServedBy(this LupausDb db, AgentId agent) =>
        db.Topics.Where(topic => db.Set<TeamMember>().Any(m => m.TeamId == topic.TeamId && m.AgentId == agent));

    /// <summary>
    /// Open tickets with a promise that broke since our last word, or that comes up before then, and those whose
    /// customer told us that something went wrong.
    /// </summary>
    public static IQueryable<Ticket> AtRisk(this IQueryable<Ticket> tickets, IQueryable<Obstacle> obstacles, DateTimeOffset soon)
    {
        var wentWrong = obstacles.ToldByCustomers().Select(o => o.TicketId);
        return tickets.Where(t =>
            (EF.Property<DateTimeOffset?>(t, TicketsStored.ComesUp) <= soon && (t.Deadline <= soon || t.Promise!.Kind != PromiseKind.CheckBack)) ||
            (EF.Property<DateTimeOffset?>(t, TicketsStored.ComesUp) > TicketsStored.Ever && t.LapsesSinceOurWord > 0) ||
            (EF.Property<DateTimeOffset?>(t, TicketsStored.ComesUp) > TicketsStored.Ever && wentWrong.Contains(t.Id)));
    }
}
