using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

public static class Alerts
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<WatchAlerts>().AddSingleton<SendAlerts>().AddSingleton<AlertLine>().AddSingleton<WishAlerts>()
        .AddListener<NoteWritten, WhenNoteWritten>();

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/alerts").RequireAuthorization(SignedIn.Agents);
        alerts.MapGet("", (HttpContext context, AlertLine line, Looks.Reader reader, CancellationToken stop) => line.Follow(context, reader, stop));
        alerts.MapPost("/{id:long}/shown", async (long id, HttpContext context, AlertLine line, CancellationToken stop) =>
            await line.Show(AlertId.From(id), context.User.AgentId(), stop) ? Results.NoContent() : Results.StatusCode(StatusCodes.Status409Conflict));
    }
}

/// <summary>A note that asks for colleagues by name alerts them.</summary>
public sealed class WhenNoteWritten : IListener<NoteWritten>
{
    public async Task Hear(NoteWritten fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var note = db.ChangeTracker.Entries<Message>().Single(e => e.Entity.Id == fact.Message).Entity;
        if (!note.Body.Contains('@', StringComparison.Ordinal))
            return;
        var names = await db.Agents.AsNoTracking().IgnoreAutoIncludes().Where(a => a.Activity != null).Select(a => new { a.Id, a.Name }).ToListAsync(stop);
        foreach (var agent in Mentions.In(note.Body, names.Select(n => (n.Id, n.Name))).Where(a => a != happening.By.Agent))
            db.Alerts.Add(new Alert(agent, note.TicketId, AlertKind.Mentioned, note.Id.Value, happening.At));
    }
}

public sealed class WishAlerts(Changes changes)
{
    public Task For(AgentId agent, bool sound, bool mail, TimeOnly quietFrom, TimeOnly quietUntil, CancellationToken stop) => changes.Make(async db =>
    {
        var wishes = await db.AlertWishes.FirstOrDefaultAsync(w => w.AgentId == agent, stop);
        if (wishes is null)
            db.AlertWishes.Add(wishes = new AlertWishes(agent));
        wishes.Wish(sound, mail, quietFrom, quietUntil);
    }, stop);
}
