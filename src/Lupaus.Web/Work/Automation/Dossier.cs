using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Automation;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

/// <summary>All that a rule may look at in one ticket, with what has happened to it.</summary>
public sealed record Dossier(
    TicketId Id, Reference Reference, string Subject, Timeline Timeline, IReadOnlyDictionary<MessageId, string> Words, IReadOnlyCollection<string> Addresses, OrganisationId? Organisation)
{
    public IEnumerable<Occasion> Occasions(Trigger trigger, CompanyNow company) => Timeline.Occasions(trigger, company.HoursOf);

    /// <summary>As it stood then.</summary>
    public Case At(DateTimeOffset at, CompanyNow company)
    {
        var standing = Timeline.At(at);
        return new Case
        {
            Topic = standing.Topic,
            Team = company.Topic(standing.Topic).TeamId,
            Owner = standing.Owner,
            Language = standing.Language,
            Channel = standing.Channel,
            IsOpen = standing.IsOpen,
            WaitsForCustomer = standing.WaitsForCustomer,
            Subject = Subject,
            Body = standing.NewestFromCustomer is { } newest ? Words.GetValueOrDefault(newest, "") : "",
            Addresses = Addresses,
            Organisation = Organisation,
            IsInOpenHours = company.HoursOf(standing.Topic).IsOpenAt(at),
        };
    }
}

public static class Dossiers
{
    /// <summary>So many are read at once.</summary>
    public const int AtOnce = 200;

    /// <summary>As many statements for two hundred as for one.</summary>
    public static async Task<IReadOnlyList<Dossier>> Read(this LupausDb db, IReadOnlyCollection<TicketId> ids, RuleText rule, CancellationToken stop)
    {
        var tickets = await db.Tickets.AsNoTracking().IgnoreAutoIncludes().Where(t => ids.Contains(t.Id))
            .Select(t => new { t.Id, t.Reference, t.Subject, t.ArrivedAt, t.Language, t.CustomerId }).ToListAsync(stop);
        var facts = (await db.Facts.AsNoTracking().Where(f => f.TicketId != null && ids.Contains(f.TicketId.Value) && Timeline.Kinds.Contains(f.Kind)).OrderBy(f => f.Id).ToListAsync(stop))
            .ToLookup(f => f.TicketId!.Value, f => new Told(f.Id, f.At, f.Fact));
        var customers = tickets.Select(t => t.CustomerId).Distinct().ToArray();
        var people = await db.People.AsNoTracking().Include(p => p.Contacts).Where(p => customers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var words = rule.If.Any(c => c is WordsAre { Where: not Where.Subject })
            ? (await db.Messages.AsNoTracking().Where(m => ids.Contains(m.TicketId) && m.Direction == Direction.FromCustomer).Select(m => new { m.Id, m.Body }).ToListAsync(stop)).ToDictionary(m => m.Id, m => m.Body)
            : [];
        return
        [
            .. tickets.Select(t => new Dossier(
                t.Id, t.Reference, t.Subject, new Timeline(t.ArrivedAt, t.Language, [.. facts[t.Id]]), words,
                [.. people[t.CustomerId].Contacts.Where(c => c.Kind == ContactKind.Email).Select(c => c.Value)], people[t.CustomerId].OrganisationId)),
        ];
    }

    /// <summary>
    /// Tickets that may have an occasion of this kind in that time: more than there are, and never fewer. For the past it
    /// asks the facts, which know everything; for the present the tickets themselves, which is quick.
    /// </summary>
    public static IQueryable<TicketId> WithOccasions(this LupausDb db, Trigger trigger, CompanyNow company, DateTimeOffset from, DateTimeOffset until)
    {
        // A promise made long ago may be threatened today.
        var earliest = trigger.Event == TicketEvent.PromiseThreatened ? from - Promise.Furthest : company.Hours.Values.Select(h => trigger.BeganBy(from, h)).Append(from).Min();
        var kinds = Timeline.KindsOf(trigger.Event);
        return db.Facts.Where(f => f.TicketId != null && kinds.Contains(f.Kind) && f.At >= earliest && f.At <= until).Select(f => f.TicketId!.Value).Distinct();
    }

    /// <summary>The same for what is going on now: open tickets, and those just closed.</summary>
    public static IQueryable<TicketId> GoingOn(this LupausDb db, Trigger trigger, CompanyNow company, DateTimeOffset from, DateTimeOffset until)
    {
        if (trigger.Event == TicketEvent.PromiseThreatened)
            return db.Tickets.ComingUpBy(until + Promise.Warning).Where(t => t.Promise!.Due > from).Select(t => t.Id);
        var first = company.Hours.Values.Select(h => trigger.BeganBy(from, h)).Append(from).Min();
        var last = company.Hours.Values.Select(h => trigger.BeganBy(until, h)).Append(first).Max();
        var open = db.Tickets.Open();
        return (trigger.Event switch
        {
            TicketEvent.Arrived => open.Where(t => t.ArrivedAt >= first && t.ArrivedAt <= last),
            TicketEvent.CustomerWrote => open.Where(t => db.Messages.Any(m => m.Id == t.NewestFromCustomer && m.At >= first && m.At <= last)),
            TicketEvent.AgentReplied => open.Where(t => t.LastWordAt >= first && db.Messages.Any(m => m.TicketId == t.Id && m.Direction == Direction.ToCustomer && m.Nature == Nature.Human && m.At >= first && m.At <= last)),
            _ => db.Tickets.Where(t => t.Closure!.At >= first && t.Closure.At <= last),
        }).Select(t => t.Id);
    }
}
