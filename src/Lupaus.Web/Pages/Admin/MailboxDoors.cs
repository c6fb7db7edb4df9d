using System.Globalization;
using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Work.Alerts;

namespace Lupaus.Web.Pages.Admin;

/// <summary>What the pages of mailboxes work with.</summary>
public sealed record MailboxRooms(KeepMailboxes Keep, OurMailboxes Ours, MailboxKeys Keys, TryMailbox Test, CheckDomain Domain, ConnectAccount Connect, ReadAlerts Alerts, HouseKeeping House, HttpContext Context, CancellationToken Stop)
{
    public AgentId Me => Context.User.AgentId();
}

/// <summary>What one mailbox's page shows.</summary>
/// <param name="Back">Where an account's house sends people back to.</param>
public sealed record MailboxView(Mailbox Mailbox, MailboxForm Form, HouseNow House, bool HasPassword, bool IsConnected, Uri Back, string? Saved = null, Refusal? Refusal = null, MailboxTrial? Trial = null);

internal static class MailboxDoors
{
    public static void MapMailboxes(this IEndpointRouteBuilder admin)
    {
        var mailboxes = admin.MapGroup("/mailboxes");
        mailboxes.MapGet("", async (string? saved, [AsParameters] MailboxRooms rooms) =>
            PageResults.Page<MailboxesPage>(new { Mailboxes = await rooms.Ours.Now(rooms.Stop), Main = await rooms.Ours.Main(rooms.Stop), Saved = saved }));
        mailboxes.MapGet("/new", async (string? at, [AsParameters] MailboxRooms rooms) =>
            await New(rooms, MailboxForm.New(at switch { "google" => SignsIn.AtGoogle, "microsoft" => SignsIn.AtMicrosoft, _ => SignsIn.WithPassword }), null));
        mailboxes.MapPost("", Make);
        mailboxes.MapGet("/connected", Connected);
        mailboxes.MapGet("/{id:long}/domain", (long id, string? selector, [AsParameters] MailboxRooms rooms) => Try(rooms, MailboxId.From(id), async mailbox =>
        {
            var (domain, signs) = (mailbox.Address.Value.Split('@')[1], selector.OneLine() is { Length: > 0 and <= MailServer.LongestHost } given ? given : null);
            return PageResults.Page<DomainPage>(new { Mailbox = mailbox, Domain = domain, Selector = signs, Records = await rooms.Domain.Of(domain, signs, rooms.Stop) });
        }));
        mailboxes.MapGet("/{id:long}", async (long id, string? saved, [AsParameters] MailboxRooms rooms) =>
        {
            await rooms.Alerts.At(MailboxId.From(id), rooms.Me, rooms.Stop);
            return await One(rooms, MailboxId.From(id), saved);
        });
        mailboxes.MapPost("/{id:long}", (long id, IFormCollection form, [AsParameters] MailboxRooms rooms) => Change(MailboxId.From(id), MailboxForm.Typed(form), rooms));
        mailboxes.MapPost("/{id:long}/test", (long id, [AsParameters] MailboxRooms rooms) => Try(rooms, MailboxId.From(id), async mailbox =>
            await One(rooms, mailbox.Id, trial: await rooms.Test.Now(mailbox, rooms.Stop))));
        // A link, since a form may lead nowhere but to us.
        mailboxes.MapGet("/{id:long}/connect", (long id, [AsParameters] MailboxRooms rooms) => Try(rooms, MailboxId.From(id), mailbox =>
            Task.FromResult(Results.Redirect(rooms.Connect.Begin(mailbox, rooms.Me).ToString()))));
        mailboxes.MapPost("/{id:long}/stop", (long id, [AsParameters] MailboxRooms rooms) => Do(rooms, MailboxId.From(id), rooms.Keep.Stop));
        mailboxes.MapPost("/{id:long}/resume", (long id, [AsParameters] MailboxRooms rooms) => Do(rooms, MailboxId.From(id), rooms.Keep.Resume));
        mailboxes.MapPost("/{id:long}/drop", async (long id, [AsParameters] MailboxRooms rooms) =>
        {
            try
            {
                await rooms.Keep.Drop(MailboxId.From(id), rooms.Me, rooms.Stop);
            }
            catch (RuleBroken)
            {
                // It is gone already, and that was the wish.
            }
            return Results.LocalRedirect("/admin/mailboxes?saved=dropped");
        });
    }

    private static async Task<IResult> Make(IFormCollection posted, [AsParameters] MailboxRooms rooms)
    {
        var form = MailboxForm.Typed(posted);
        try
        {
            return Results.LocalRedirect(PathOf(await rooms.Keep.Make(form.Wish, form.Key(null), rooms.Me, rooms.Stop), "made"));
        }
        catch (RuleBroken broken)
        {
            return await New(rooms, form, broken.Refusal);
        }
    }

    private static Task<IResult> Change(MailboxId id, MailboxForm form, MailboxRooms rooms) => Try(rooms, id, async mailbox =>
    {
        await rooms.Keep.Change(id, form.Wish, form.Key(rooms.Keys.Of(mailbox)), rooms.Me, rooms.Stop);
        return Results.LocalRedirect(PathOf(id, "settings"));
    }, form);

    /// <summary>The account's house sends them back, with a code or without.</summary>
    private static async Task<IResult> Connected(string? state, string? code, [AsParameters] MailboxRooms rooms)
    {
        if (rooms.Connect.Asked(state, rooms.Me) is not { } asked)
            return Results.LocalRedirect("/admin/mailboxes");
        return await Try(rooms, asked.Mailbox, async mailbox =>
        {
            await rooms.Connect.Finish(mailbox, asked, code, rooms.Me, rooms.Stop);
            return Results.LocalRedirect(PathOf(mailbox.Id, "connected"));
        });
    }

    private static Task<IResult> Do(MailboxRooms rooms, MailboxId id, Func<MailboxId, Actor, CancellationToken, Source?, Task> what) => Try(rooms, id, async _ =>
    {
        await what(id, rooms.Me, rooms.Stop, null);
        return Results.LocalRedirect(PathOf(id, "settings"));
    });

    private static async Task<IResult> Try(MailboxRooms rooms, MailboxId id, Func<Mailbox, Task<IResult>> act, MailboxForm? typed = null)
    {
        if ((await rooms.Ours.Now(rooms.Stop)).FirstOrDefault(m => m.Id == id) is not { } mailbox)
            return Results.LocalRedirect("/admin/mailboxes");
        try
        {
            return await act(mailbox);
        }
        catch (RuleBroken broken)
        {
            return await One(rooms, id, null, typed, broken.Refusal);
        }
    }

    private static async Task<IResult> One(MailboxRooms rooms, MailboxId id, string? saved = null, MailboxForm? typed = null, Refusal? refusal = null, MailboxTrial? trial = null)
    {
        if ((await rooms.Ours.Now(rooms.Stop)).FirstOrDefault(m => m.Id == id) is not { } mailbox)
            return Results.LocalRedirect("/admin/mailboxes");
        var key = rooms.Keys.Of(mailbox);
        var view = new MailboxView(
            mailbox, typed ?? MailboxForm.Of(mailbox, key), await rooms.House.Look(rooms.Stop), key?.Password is not null, key?.RefreshToken is not null,
            rooms.Connect.Back, saved, refusal, trial);
        return PageResults.Page<MailboxPage>(new { View = view }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> New(MailboxRooms rooms, MailboxForm form, Refusal? refusal) =>
        PageResults.Page<NewMailboxPage>(
            new { Form = form, House = await rooms.House.Look(rooms.Stop), rooms.Connect.Back, Refusal = refusal }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static string PathOf(MailboxId id, string saved) => string.Create(CultureInfo.InvariantCulture, $"/admin/mailboxes/{id.Value}?saved={saved}");
}
