using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Work.Handovers;

/// <summary>What the history tells already of what was done, promised and comes next: where who hands a ticket over begins.</summary>
public static class Briefings
{
    private const int Replies = 2;
    private const int Quoted = 160;

    /// <param name="said">The conversation, oldest first.</param>
    /// <param name="promised">The live promise's own words, where its kind doesn't say all.</param>
    public static Briefing Of(Ticket ticket, IEnumerable<Message> said, string? promised, Func<AgentId?, string> nameOf, Phrases say, CivilTime times)
    {
        Message[] human = [.. said.Where(m => m.Nature == Nature.Human)];
        return new Briefing(Done(human, nameOf, say, times), Promised(ticket, promised, say, times), Next(ticket, human, nameOf, say, times));
    }

    private static string Done(Message[] human, Func<AgentId?, string> nameOf, Phrases say, CivilTime times)
    {
        var replies = human.Where(m => m.Direction == Direction.ToCustomer).TakeLast(Replies)
            .Select(m => say.Say("handovers.done.replied", ("name", nameOf(m.AgentId)), ("time", times.Short(m.At)), ("words", Quote(m.Body)))).ToArray();
        return Lines(replies.Length > 0 ? replies : [say["handovers.done.nothing"]]);
    }

    private static string Promised(Ticket ticket, string? words, Phrases say, CivilTime times)
    {
        if (ticket.Promise is not { } promise)
            return "";
        var time = promise.Kind == PromiseKind.CheckBack ? times.At(promise.Due) : times.By(promise.Due);
        var told = say.Say($"handovers.promised.{promise.Kind.ToString().ToLowerInvariant()}", ("time", time));
        return Lines(words is null ? [told] : [told, words]);
    }

    private static string Next(Ticket ticket, Message[] human, Func<AgentId?, string> nameOf, Phrases say, CivilTime times)
    {
        var duties = ticket.Duties.Where(d => d.IsOpen).OrderBy(d => d.Due)
            .Select(d => say.Say("handovers.next.duty", ("what", d.What), ("name", nameOf(d.Doer)), ("time", times.Short(d.Due))));
        var newest = human.LastOrDefault(m => m.Direction != Direction.Note);
        var turn =
            ticket.WaitsForCustomer ? say["handovers.next.waits"] :
            newest is { Direction: Direction.FromCustomer } word ? say.Say("handovers.next.answer", ("time", times.Short(word.At)), ("words", Quote(word.Body))) :
            say["handovers.next.keep"];
        return Lines([turn, .. duties]);
    }

    private static string Quote(string body) => body.OneLine() is var line && line.Length > Quoted ? line.CutTo(Quoted).TrimEnd() + "…" : line;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines).CutTo(Limits.Reason);
}
