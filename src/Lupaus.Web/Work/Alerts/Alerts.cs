using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Looks;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

public static class Alerts
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<AlertBell>().AddSingleton<UnreadAlerts>().AddSingleton<AlertLine>()
        .AddSingleton<WatchAlerts>().AddSingleton<WatchMailboxes>().AddSingleton<SendAlerts>().AddSingleton<ForgetAlerts>()
        .AddSingleton<ShowAlert>().AddSingleton<ReadAlerts>().AddSingleton<ListAlerts>().AddSingleton<WishAlerts>()
        .AddSingleton<AlertLetter>().AddSingleton(s => new RoomsLetter(Letter.Alert, s.GetRequiredService<AlertLetter>().Write))
        .AddSingleton(new RoomsPointers(MattersOf))
        .AddListener<NoteWritten, WhenNoteWritten>().AddListener<PromiseEnded, WhenPromiseBroken>()
        .AddListener<OwnerNamed, WhenMineChanges>().AddListener<OwnerChanged, WhenMineChanges>().AddListener<MessageReceived, WhenMineChanges>().AddListener<MailWaits, WhenMineChanges>().AddListener<NotReached, WhenNotReached>().AddListener<LetterUnsure, WhenNotReached>().AddListener<MessageSent, WhenIWrite>()
        .AddListener<HandoverOffered, WhenAsked>().AddListener<HandoverEnded, WhenAsked>().AddListener<ColleagueAsked, WhenAsked>().AddListener<QuestionPassed, WhenAsked>().AddListener<ColleagueAnswered, WhenAsked>()
        .AddSingleton(s => new Place(15, "/alerts", "alerts.place", "bell", SignedIn.Agents)
        {
            Count = context => s.GetRequiredService<UnreadAlerts>().Of(context.User.AgentId(), context.RequestAborted),
        });

    /// <summary>An alert by mail can be answered where it tells of one matter alone.</summary>
    private static async Task<IReadOnlyList<(string, TicketId)>> MattersOf(string[] ids, LupausDb db, CancellationToken stop)
    {
        var told = await db.Outbox.Where(o => o.Letter == Letter.Alert && ids.Contains(o.InternetMessageId)).Join(db.Alerts, o => (MessageId?)o.Id, a => a.MailedIn, (o, a) => new { o.InternetMessageId, a.TicketId }).Distinct().ToListAsync(stop);
        return [.. told.GroupBy(t => t.InternetMessageId).Where(g => g.Count() == 1 && g.First().TicketId is not null).Select(g => (g.Key, g.First().TicketId!.Value))];
    }

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/alerts").RequireAuthorization(SignedIn.Agents);
        alerts.MapGet("", List);
        alerts.MapGet("/line", (HttpContext context, AlertLine line, Reader reader, CancellationToken stop) => line.Follow(context, reader, stop));
        alerts.MapGet("/colleagues", Colleagues);
        alerts.MapPost("/{id:long}/shown", (long id, HttpContext context, ShowAlert show, CancellationToken stop) =>
            show.To(AlertId.From(id), context.User.AgentId(), stop)).AddEndpointFilter<SameOrigin>();
    }

    private static async Task<IResult> List(HttpContext context, ListAlerts list, ReadAlerts read, Colleagues colleagues, CancellationToken stop)
    {
        var me = context.User.AgentId();
        var alerts = await list.Of(me, stop);
        await read.All(me, stop);
        return PageResults.Page<AlertsPage>(new { Alerts = alerts, Colleagues = await colleagues.Now(stop) });
    }

    /// <summary>Whom a note may ask for: shown while it is written.</summary>
    private static async Task<IResult> Colleagues(HttpContext context, Colleagues colleagues, Reader reader, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop)
    {
        var others = await colleagues.Of(context.User.AgentId(), stop);
        var everybody = (await colleagues.Now(stop)).Values.Where(c => c.IsActive).Select(c => c.Name).ToArray();
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        var away = await db.Absences.At(now).Select(a => a.AgentId).ToListAsync(stop);
        return Results.Json(others.Select(c => new
        {
            name = c.Name,
            mention = Mentions.Handle(c.Name, everybody),
            more = away.Contains(c.Id) ? reader.Words["alerts.mention.away"] : "",
        }));
    }
}
