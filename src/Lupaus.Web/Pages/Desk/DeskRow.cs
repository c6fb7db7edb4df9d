using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Language.Searching;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>One ticket as a line of a list.</summary>
public sealed record DeskRow
{
    public required TicketId Id { get; init; }

    public required Reference Reference { get; init; }

    public required string Customer { get; init; }

    public required string Subject { get; init; }

    public string? Goal { get; init; }

    public required AgentId Owner { get; init; }

    /// <summary>Which of ours asks it.</summary>
    public AgentId? Requester { get; init; }

    public PromiseKind? Kind { get; init; }

    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset? MadeAt { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public required DateTimeOffset LastWordAt { get; init; }

    public HowClosed? How { get; init; }

    public bool IsUntouched { get; init; }

    /// <summary>Something has come since the reader of the list looked at it, or it is theirs and they never have.</summary>
    public bool IsNew { get; init; }

    /// <summary>Asked for where they are shown.</summary>
    public IReadOnlyList<TagId> Tags { get; init; } = [];

    /// <summary>Suspected spam, which waits until then for somebody to judge it.</summary>
    public DateTimeOffset? AsideUntil { get; init; }

    /// <summary>The customer told us that something went wrong, and it isn't mended yet.</summary>
    public bool WentWrong { get; init; }

    /// <summary>Where what was sought stands in it.</summary>
    public IReadOnlyList<SnippetPiece> Found { get; init; } = [];

    /// <summary>How the customer's newest word seems to feel.</summary>
    public Mood? Mood { get; init; }

    /// <summary>More is promised than there is time to work until its time.</summary>
    public bool IsTight { get; init; }

    /// <summary>A trouble that is going on and that it seems to be about, by name.</summary>
    public string? Seems { get; init; }

    public bool WaitsForCustomer => Kind == PromiseKind.CheckBack;

    /// <summary>What comes up first: the promise, or the customer's deadline when that is sooner.</summary>
    public DateTimeOffset? ComesUp => Deadline < Due ? Deadline : Due;

    /// <summary>The same, as one can still act on it: a deadline that has passed is no longer ahead.</summary>
    public DateTimeOffset? Ahead(DateTimeOffset now) => Deadline > now && Deadline < Due ? Deadline : Due;

    public PromiseState StateAt(DateTimeOffset now) =>
        Ahead(now) is not { } ahead ? PromiseState.Fine :
        WaitsForCustomer && ahead == Due ? PromiseState.Waiting :
        now > ahead ? PromiseState.Late :
        now >= ahead - Promise.Warning ? PromiseState.Threatened :
        IsTight ? PromiseState.Tight :
        PromiseState.Fine;
}

internal static class DeskRows
{
    /// <summary>The same lines, with those marked that the time to work isn't enough for.</summary>
    public static IReadOnlyList<DeskRow> Marked(this IReadOnlyList<DeskRow> rows, IReadOnlySet<TicketId> tight) => tight.Count == 0 ? rows : [.. rows.Select(r => tight.Contains(r.Id) ? r with { IsTight = true } : r)];

    /// <summary>Lines in the order given, in one statement.</summary>
    /// <param name="reader">To whom something may be new; nobody in particular when it isn't given.</param>
    /// <param name="goingOn">The troubles that are going on: which of them it seems to be about is asked only while there are any.</param>
    public static IQueryable<DeskRow> AsRows(this IQueryable<Ticket> tickets, LupausDb db, AgentId reader = default, IReadOnlyCollection<PlaybookId>? goingOn = null)
    {
        var isRead = reader != default;
        var asksTrouble = goingOn is { Count: > 0 };
        PlaybookId[] troubles = [.. goingOn ?? []];
        return tickets.AsNoTracking().IgnoreAutoIncludes().Select(t => new DeskRow
        {
            Id = t.Id,
            Reference = t.Reference,
            Customer = db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First(),
            Subject = t.Subject,
            Goal = t.Goal,
            Owner = t.OwnerId,
            Requester = t.RequesterId,
            Kind = (PromiseKind?)t.Promise!.Kind,
            Due = (DateTimeOffset?)t.Promise!.Due,
            MadeAt = (DateTimeOffset?)t.Promise!.MadeAt,
            Deadline = t.Deadline,
            LastWordAt = t.LastWordAt,
            How = (HowClosed?)t.Closure!.How,
            Mood = t.Mood,
            IsUntouched = t.FirstHumanWordAt == null,
            WentWrong = db.Obstacles.Any(o => o.TicketId == t.Id && o.SettledAt == null && o.RaisedBy == null),
            IsNew = isRead && (db.LastLooks.Any(l => l.TicketId == t.Id && l.AgentId == reader && (l.IsUnread || db.Messages.Any(m =>
                    m.TicketId == t.Id && m.Id > l.Seen && m.AgentId != reader && m.Nature == Nature.Human)))
                || (t.OwnerId == reader && t.Closure == null && !db.LastLooks.Any(l => l.TicketId == t.Id && l.AgentId == reader))),
            AsideUntil = t.AsideUntil,
            Seems = asksTrouble ? db.PlaybookMatches.Where(m => m.TicketId == t.Id && m.AnsweredAt == null && m.DismissedAt == null && troubles.Contains(m.PlaybookId) && t.Closure == null)
                .OrderBy(m => m.PlaybookId).Select(m => db.Playbooks.Where(p => p.Id == m.PlaybookId).Select(p => p.Name).First()).FirstOrDefault() : null,
        });
    }
}
