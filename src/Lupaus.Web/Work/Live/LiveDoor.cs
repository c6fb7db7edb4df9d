using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Live;

/// <summary>
/// The line to an open desk, as server-sent events (WHATWG HTML, 9.2): that its lists or its ticket have changed, and who
/// else is at the ticket, in the reader's language. It carries no words of customers: the page fetches what it shows.
/// </summary>
public sealed class LiveDoor(OpenDesks desks, News news, AtTheTicket company, Colleagues colleagues, IDbContextFactory<LupausDb> databases, IHostApplicationLifetime life)
{
    // Changes within this time come as one.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);

    public async Task<IResult> Follow(HttpContext context, Reader reader, string? ticket, string? since, CancellationToken stop)
    {
        var open = await Find(ticket, stop);
        if (ticket is not null && open is null)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(Events(context.User.AgentId(), open, since, reader.Words, stop));
    }

    /// <summary>They have typed something at this ticket.</summary>
    public async Task<IResult> Writes(HttpContext context, string reference, CancellationToken stop)
    {
        if (await Find(reference, stop) is not { } ticket)
            return Results.NotFound();
        await company.Writes(ticket, context.User.AgentId(), stop);
        return Results.NoContent();
    }

    private async IAsyncEnumerable<SseItem<string>> Events(AgentId me, TicketId? ticket, string? since, Phrases say, [EnumeratorCancellation] CancellationToken gone)
    {
        // An open line must not hold up the end of the program.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        var stop = either.Token;
        var desk = desks.Open(me, ticket);
        // What happened while the page was on its way, or the line was broken.
        if (since is not null && since != news.SoFar)
            desk.Tell(DeskChange.Lists | DeskChange.Ticket);
        try
        {
            yield return new SseItem<string>("", "still");
            string? said = null;
            while (await Next(desk, stop) is { } change && !change.HasFlag(DeskChange.Over))
            {
                if (change.HasFlag(DeskChange.Lists))
                    yield return new SseItem<string>("", "lists");
                if (change.HasFlag(DeskChange.Ticket))
                    yield return new SseItem<string>("", "ticket");
                if (ticket is { } at && await WhoElse(at, me, say, stop) is var now && now != said)
                    yield return new SseItem<string>(said = now, "company");
                else
                    yield return new SseItem<string>("", "still"); // so that a line that broke is noticed
            }
        }
        finally
        {
            desks.Close(desk);
            if (ticket is { } left)
                await company.Leaves(left, me, CancellationToken.None);
        }
    }

    private async Task<DeskChange?> Next(OpenDesk desk, CancellationToken stop)
    {
        try
        {
            if (desk.Ticket is { } ticket)
                await company.Looks(ticket, desk.Agent, stop);
            var change = await desk.Next(AtTheTicket.Again, stop);
            if (change != DeskChange.None)
                await Task.Delay(Gather, stop);
            return change | await desk.Next(TimeSpan.Zero, stop);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<string> WhoElse(TicketId ticket, AgentId me, Phrases say, CancellationToken stop)
    {
        var names = await colleagues.Now(stop);
        return string.Join(" · ", company.Others(ticket, me).Where(p => names.ContainsKey(p.Agent))
            .Select(p => say.Say(p.IsWriting ? "live.writes" : "live.looks", ("name", names[p.Agent].FirstName))));
    }

    private async Task<TicketId?> Find(string? reference, CancellationToken stop)
    {
        if (Reference.Read(reference) is not { } known)
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.IdOf(known, stop);
    }
}
