using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Work.Search;
using Lupaus.Web.Ground.People;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lupaus.Web.Work.Search;

/// <summary>
/// Tickets by what somebody typed: a reference; words in their messages, subjects and files' names, whatever their form; whatever is
/// known of the customer; and filters. Every word has to be found, though not all in one message.
/// </summary>
public sealed class TicketSearch(WordsForSearch words, SearchDialect dialect)
{
    /// <summary>Whoever looks for a word that nearly everybody says, and nothing else, is shown what was said last.</summary>
    private const int MostOfOneWord = 5_000;

    public IQueryable<Ticket> Among(IQueryable<Ticket> tickets, string typed, Seeker seeker, LupausDb db)
    {
        if (Reference.Read(typed) is { } reference && !typed.Contains(' '))
            return tickets.Where(t => t.Reference == reference);
        var text = SearchText.Read(typed);
        if (text.Filters.Any(f => f.WhyNot(seeker.Today) is not null))
            return tickets.Where(t => false);
        foreach (var filter in text.Filters)
            tickets = tickets.Through(filter, seeker, db);
        return text.Words.Count == 0 ? tickets : Said(tickets, text, db);
    }

    private IQueryable<Ticket> Said(IQueryable<Ticket> tickets, SearchText text, LupausDb db)
    {
        var phrases = words.Sought(text);
        var customers = db.Known(text.Plain).Select(p => p.Id);
        if (phrases.Count == 0)
            return tickets.Where(t => customers.Contains(t.CustomerId));
        int? newest = phrases.Count == 1 && text.Filters.Count == 0 ? MostOfOneWord : null;
        return phrases.Aggregate(tickets, (found, phrase) => dialect.Saying(found, phrase, newest, customers, db));
    }
}

/// <summary>Who looks, and what day it is there.</summary>
public sealed record Seeker(AgentId Me, TimeZoneInfo Zone, DateOnly Today)
{
    public static Seeker Now(AgentId me, TimeZoneInfo zone, DateTimeOffset now) => new(me, zone, zone.DayAt(now));
}

internal static class SearchQueries
{
    /// <summary>For queries, which are made without anybody's services at hand.</summary>
    public static IQueryable<Ticket> Matching(this IQueryable<Ticket> tickets, string typed, Seeker seeker, LupausDb db) =>
        db.GetService<TicketSearch>().Among(tickets, typed, seeker, db);

    public static IQueryable<Ticket> Through(this IQueryable<Ticket> tickets, SearchFilter filter, Seeker seeker, LupausDb db)
    {
        var value = filter.Value.ToLowerInvariant();
        switch (filter.By)
        {
            case SearchBy.Owner when filter.IsMe:
                return tickets.Where(t => t.OwnerId == seeker.Me);
            case SearchBy.Owner:
                var owners = db.Agents.Where(a => a.Name.ToLower().Contains(value) || a.Name.Contains(filter.Value)).Select(a => a.Id);
                return tickets.Where(t => owners.Contains(t.OwnerId));
            case SearchBy.State:
                return filter.IsOpen == true ? tickets.Open() : tickets.Where(t => t.Closure != null);
            case SearchBy.Topic:
                var topics = db.Topics.Where(topic => topic.Finnish.ToLower().Contains(value) || topic.Swedish.ToLower().Contains(value) || topic.English.ToLower().Contains(value)).Select(topic => topic.Id);
                return tickets.Where(t => topics.Contains(t.TopicId));
            case SearchBy.From:
                var customers = db.Known(filter.Value).Select(p => p.Id);
                return tickets.Where(t => customers.Contains(t.CustomerId));
            case SearchBy.Before:
                var until = seeker.Zone.Midnight(filter.Day(seeker.Today)!.Value);
                return tickets.Where(t => t.ArrivedAt < until);
            case SearchBy.After:
                var since = seeker.Zone.Midnight(filter.Day(seeker.Today)!.Value);
                return tickets.Where(t => t.LastWordAt >= since);
            case SearchBy.Has:
                var withFiles = db.Messages.Where(m => m.Attachments.Any()).Select(m => m.TicketId);
                return tickets.Where(t => withFiles.Contains(t.Id));
            case SearchBy.Requester when filter.IsAll:
                return tickets.Where(t => t.RequesterId != null);
            case SearchBy.Requester when filter.IsMe:
                return tickets.Where(t => t.RequesterId == seeker.Me);
            case SearchBy.Requester:
                var requesters = db.Agents.Where(a => a.Name.ToLower().Contains(value) || a.Name.Contains(filter.Value)).Select(a => (AgentId?)a.Id);
                return tickets.Where(t => requesters.Contains(t.RequesterId));
            default:
                var tags = db.Tags.Where(tag => tag.Name.ToLower().Contains(value) || tag.Name.Contains(filter.Value)).Select(tag => tag.Id);
                return tickets.Where(t => db.TicketTags.Any(x => x.TicketId == t.Id && tags.Contains(x.TagId)));
        }
    }
}
