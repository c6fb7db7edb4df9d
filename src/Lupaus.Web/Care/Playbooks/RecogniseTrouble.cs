using Lupaus.Care.Playbooks;
using Lupaus.Core.Tickets;
using Lupaus.Mail.Quoting;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Work.Reading;
using Lupaus.Web.Work.Search;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Playbooks;

/// <summary>Every word of a customer's, by whichever door it comes, is looked through for the signs of what is going on. Nothing is answered by that: its owner is offered what is prepared.</summary>
public sealed class RecogniseTrouble(KnownPlaybooks known, WordsForSearch words) : IListener<MessageReceived>
{
    /// <summary>Who writes about a trouble names it sooner than that.</summary>
    public const int MostLetters = 10_000;

    public async Task Hear(MessageReceived fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var playbooks = await known.Now(stop);
        var goingOn = playbooks.GoingOn(happening.At);
        if (goingOn.Count == 0)
            return;
        var (message, ticket) = db.Heard(fact);
        if (!ticket.IsOpen || ticket.IsAside)
            return;
        var text = words.Tokens(TextOf(ticket.Subject, message.Body), ticket.Language);
        foreach (var playbook in goingOn.Where(p => playbooks.Signs[p.Id].In(text).Count > 0))
        {
            if (await db.PlaybookMatches.FindAsync([ticket.Id, playbook.Id], stop) is null)
                db.PlaybookMatches.Add(PlaybookMatch.Recognise(playbook.Id, ticket.Id, message.Id, happening.At));
        }
    }

    /// <summary>A mail may name the trouble in its subject, and say in itself what became of it. What it quotes was said before.</summary>
    public static string TextOf(string subject, string? body) => $"{subject}\n{(body is null ? null : QuotedText.Read(body.CutTo(MostLetters)).Own)}".CutTo(MostLetters);
}

/// <summary>First aid that was taken back, or that a newer word of the customer's brought back, was not given.</summary>
public sealed class WhenFirstAidCameBack : IWitness
{
    public async ValueTask See(IReadOnlyList<NewsItem> happened, LupausDb db, CancellationToken stop)
    {
        if (!happened.Any(h => h.Happening.What is ReplyCameBack))
            return;
        foreach (var held in db.ChangeTracker.Entries<HeldReply>().Where(e => e.State == EntityState.Deleted).Select(e => e.Entity).ToArray())
        {
            var (ticket, sentAt, by) = (held.TicketId, held.SentAt, held.AgentId);
            if (await db.PlaybookMatches.FirstOrDefaultAsync(m => m.TicketId == ticket && m.AnsweredAt == sentAt && m.AnsweredBy == by, stop) is { } match)
                match.CameBack();
        }
    }
}
