using Lupaus.Core.Tickets;
using Lupaus.Language.Searching;
using Lupaus.Storage.Work.Search;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Search;

/// <summary>Where in found tickets the sought words stand: the newest message that has all of them, else the newest that has any.</summary>
public sealed class WhereFound(WordsForSearch words, SearchDialect dialect)
{
    /// <summary>So much of a message is looked through for a good place to show.</summary>
    private const int MostLetters = 6_000;

    public async Task<IReadOnlyDictionary<TicketId, IReadOnlyList<SnippetPiece>>> In(IReadOnlyList<TicketId> tickets, string typed, LupausDb db, CancellationToken stop)
    {
        var text = SearchText.Read(typed);
        var phrases = words.Sought(text);
        if (phrases.Count == 0 || tickets.Count == 0)
            return new Dictionary<TicketId, IReadOnlyList<SnippetPiece>>();
        var newest = await Newest(dialect.All(phrases, tickets, db), stop);
        TicketId[] others = phrases.Count == 1 ? [] : [.. tickets.Where(t => !newest.ContainsKey(t))];
        foreach (var (ticket, message) in others.Length == 0 ? [] : await Newest(dialect.Any(phrases, others, db), stop))
            newest[ticket] = message;
        MessageId[] shown = [.. newest.Values];
        var bodies = await db.Messages.AsNoTracking().Where(m => shown.Contains(m.Id)).Select(m => new { m.Id, m.Body, m.Direction }).ToDictionaryAsync(m => m.Id, stop);
        var terms = words.Terms(text);
        return newest.ToDictionary(n => n.Key, n => Show(bodies[n.Value].Body.CutTo(MostLetters), terms));
    }

    private IReadOnlyList<SnippetPiece> Show(string body, IReadOnlyList<SearchTerm> terms) => Snippet.Of(body, words.Tokens(body, null), terms);

    private static async Task<Dictionary<TicketId, MessageId>> Newest(IQueryable<SearchEntry> found, CancellationToken stop) =>
        await found.Where(e => e.MessageId != null).GroupBy(e => e.TicketId)
            .Select(g => new { Ticket = g.Key, Message = g.Max(e => e.Id) })
            .ToDictionaryAsync(g => g.Ticket, g => MessageId.From(g.Message), stop);
}
