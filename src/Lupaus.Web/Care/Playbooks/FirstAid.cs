using System.Globalization;
using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

/// <summary>A playbook's answer as it would go out in one ticket.</summary>
/// <param name="Language">Another than the ticket's where nobody has written it in that one.</param>
public sealed record FirstAid(string Body, LanguageCode Language, WhatNext Next)
{
    /// <summary>When we are in touch again; null where what was promised before stands.</summary>
    public DateTimeOffset? Due => Next is WhatNext.Promises next ? next.Due : null;

    /// <summary>The customer's own clock, where it runs out before we are in touch again.</summary>
    public DateTimeOffset? TooLateFor(Ticket ticket, DateTimeOffset now) => ticket.Deadline is { } deadline && deadline > now && deadline < (Due ?? ticket.Promise!.Due) ? deadline : null;

    public static FirstAid In(Ticket ticket, Playbook playbook, Person customer, string agent, CompanyNow company, DateTimeOffset now)
    {
        var language = playbook.Answer.Nearest(ticket.Language) ?? ticket.Language;
        var known = FilledIn.For(customer, agent, ticket.Subject, ticket.Reference, company);
        var due = company.MakerFor(ticket.TopicId).InOpenHours(now, TimeSpan.FromHours(playbook.WithinHours));
        return new FirstAid(SavedReply.Fill(playbook.Answer.Of(language) ?? "", known), language, playbook.NextFor(ticket, due));
    }

    /// <param name="seen">The newest word of the customer's that whoever answers may have seen.</param>
    public Reply Reply(MessageId? seen) => new(Body, Next, Seen: seen);

    public Refusal? WhyNotGive(Ticket ticket, PlaybookMatch? match, InTheWay inTheWay, MessageId? seen, AgentId by, DateTimeOffset now) =>
        inTheWay.Leaving.Contains(ticket.Id) ? Refusal.Because("batch.held") :
        inTheWay.Begun.Contains(ticket.Id) ? Refusal.Because("playbook.begun") :
        inTheWay.Given.Contains(ticket.Id) ? Refusal.Because("playbook.answered") :
        match?.WhyNotAnswer() ?? ticket.WhyNotAnswer(Reply(seen), by, now);

    /// <summary>As the composer's fields have it, for whoever takes it back.</summary>
    public string Draft()
    {
        var fields = new List<KeyValuePair<string, string?>> { new("body", Body) };
        if (Next is WhatNext.Promises next)
        {
            fields.Add(new("next", next.Kind == PromiseKind.Act ? "act" : "findout"));
            fields.Add(new("when", next.Due.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
            if (next.Words is { } words)
                fields.Add(new("what", words));
        }
        else
        {
            fields.Add(new("next", "stands"));
        }
        return QueryString.Create(fields).Value ?? "";
    }
}

/// <summary>Replies that are on their way already, and those that this agent has begun to write: neither may be run over.</summary>
/// <param name="Given">Where a part that has become one with it has had the same.</param>
public sealed record InTheWay(IReadOnlySet<TicketId> Leaving, IReadOnlySet<TicketId> Begun, IReadOnlySet<TicketId> Given);

internal static class InTheWayStored
{
    public static async Task<InTheWay> InTheWay(this LupausDb db, IReadOnlyCollection<TicketId> tickets, PlaybookId playbook, AgentId agent, CancellationToken stop)
    {
        var found = await db.HeldReplies.Where(h => tickets.Contains(h.TicketId)).Select(h => new { h.TicketId, IsHeld = true })
            .Concat(db.Unsent.Where(u => u.AgentId == agent && u.Reply != null && tickets.Contains(u.TicketId)).Select(u => new { u.TicketId, IsHeld = false })).ToListAsync(stop);
        var given = await db.Tickets.Where(t => t.MergedIntoId != null && tickets.Contains(t.MergedIntoId.Value) && db.PlaybookMatches.Any(m => m.TicketId == t.Id && m.PlaybookId == playbook && m.AnsweredAt != null)).Select(t => t.MergedIntoId!.Value).ToListAsync(stop);
        return new InTheWay(found.Where(f => f.IsHeld).Select(f => f.TicketId).ToHashSet(), found.Where(f => !f.IsHeld).Select(f => f.TicketId).ToHashSet(), given.ToHashSet());
    }
}
