using System.Globalization;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Api;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Doors.Mailboxes;

public sealed record MailServerJson(string? Host, int? Port, MailLock? Lock);

public sealed record MailboxWishJson(
    string? Address,
    IReadOnlyList<string>? Aliases,
    SignsIn? SignsIn,
    string? UserName,
    string? Password,
    string? ClientId,
    string? ClientSecret,
    string? RefreshToken,
    MailServerJson? Reading,
    string? Folder,
    bool? TakesWhatIsThere,
    MailServerJson? Sending,
    string? SentFolder,
    string? TrustedServer,
    string? Topic,
    string? FinnishSignature,
    string? SwedishSignature,
    string? EnglishSignature);

/// <param name="LacksKey">Whether a password is missing, or an account hasn't been connected.</param>
public sealed record MailboxJson(
    MailboxId Id, string Address, IReadOnlyList<string> Aliases, bool IsOn, bool LacksKey, SignsIn SignsIn, string? UserName, MailServerJson? Reading, string Folder, DateTimeOffset? LastReadAt,
    string? ReadingTrouble, DateTimeOffset? ReadingTroubleSince, MailServerJson? Sending, string? SentFolder, string? SendingTrouble, DateTimeOffset? SendingTroubleSince, string? TrustedServer, string? Topic,
    string? FinnishSignature, string? SwedishSignature, string? EnglishSignature);

internal static class MailboxesApi
{
    private const string Area = "Mailboxes";

    private static readonly string[] MayStop =
    [
        "mailbox.address", "mailbox.alias", "mailbox.aliases", "mailbox.host", "mailbox.port", "mailbox.unprotected", "mailbox.signin", "mailbox.sentfolder", "mailbox.long", "mailbox.signature",
        "mailbox.key", "mailbox.taken", "mailbox.agents", "mailbox.topic",
    ];

    private static object Example => new
    {
        address = "asiakaspalvelu@example.com",
        signsIn = "withPassword",
        password = "hevonen-paristo-niitti",
        reading = new { host = "imap.example.com", port = 993, @lock = "tls" },
        sending = new { host = "smtp.example.com", port = 465, @lock = "tls" },
        finnishSignature = "Ystävällisin terveisin\nExample Oy",
    };

    public static void MapMailboxesApi(this RouteGroupBuilder api)
    {
        api.MapGet("/mailboxes", async (OurMailboxes ours, CancellationToken stop) => Api.Answer((await ours.Now(stop)).Select(Json))).NeedsScope(ApiScope.Admin)
            .Told(Area, "List mailboxes", "The addresses customers write to, the oldest first, with how reading and sending go; never their passwords.").Gives<IReadOnlyList<MailboxJson>>();
        api.MapPost("/mailboxes", Make).NeedsScope(ApiScope.Admin)
            .Told(Area, "Make a mailbox", "Mail that comes to it from now on becomes tickets, and letters leave by it. An account of Google's or Microsoft's can be connected in a browser, or by a `refreshToken` got elsewhere.")
            .Takes<MailboxWishJson>(Example, "address").Gives<MailboxJson>(201).ActsFor(AgentWanted.Maybe).MayRefuse([.. MayStop, "mailbox.many"]);
        api.MapPost("/mailboxes/{id}", Change).NeedsScope(ApiScope.Admin)
            .Told(Area, "Change it", "All but the password or grant, which stays when none is given. What isn't given is taken away.").Takes<MailboxWishJson>(Example, "address").Gives<MailboxJson>().ActsFor(AgentWanted.Maybe).MayRefuse([.. MayStop, "mailbox.unknown"]);
        api.MapDelete("/mailboxes/{id}", async (string id, ApiCaller caller, KeepMailboxes keep, CancellationToken stop) =>
        {
            await keep.Drop(Read(id), await By(caller, stop), stop, Once(caller, id, "drop"));
            return Results.NoContent();
        }).NeedsScope(ApiScope.Admin).Told(Area, "Delete it", "It is read no more and sends no more. What came by it stays.").GivesNothing().ActsFor(AgentWanted.Maybe).MayRefuse("mailbox.unknown");
        api.MapPost("/mailboxes/{id}/stop", (string id, ApiCaller caller, KeepMailboxes keep, CancellationToken stop) => Do(id, "stop", caller, keep.Stop, keep, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "Take it out of use", "It goes on where it stopped once it is resumed.").Gives<MailboxJson>().ActsFor(AgentWanted.Maybe).MayRefuse("mailbox.unknown");
        api.MapPost("/mailboxes/{id}/resume", (string id, ApiCaller caller, KeepMailboxes keep, CancellationToken stop) => Do(id, "resume", caller, keep.Resume, keep, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "Take it into use", "Nothing that came meanwhile is lost.").Gives<MailboxJson>().ActsFor(AgentWanted.Maybe).MayRefuse("mailbox.unknown");
        api.MapPost("/mailboxes/{id}/test", async (string id, KeepMailboxes keep, TryMailbox tries, CancellationToken stop) => Api.Answer(await tries.Now(await One(id, keep, stop), stop))).NeedsScope(ApiScope.Admin)
            .Told(Area, "Try it", "Signs in to its servers, looks for its folders and leaves. `trouble` is a key, null where all is well; `said` is what the server said.").Gives<MailboxTrial>().OnlyAsks().ActsFor(AgentWanted.Never).MayRefuse("mailbox.unknown");
    }

    private static async Task<IResult> Make(HttpContext context, ApiCaller caller, KeepMailboxes keep, CancellationToken stop)
    {
        var sent = await context.Body<MailboxWishJson>();
        var id = await keep.Make(Wish(sent), Key(sent), await By(caller, stop), stop, caller.Once("mailbox"));
        return Api.Answer(Json(await keep.One(id, stop)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Change(string id, HttpContext context, ApiCaller caller, KeepMailboxes keep, CancellationToken stop)
    {
        var sent = await context.Body<MailboxWishJson>();
        await keep.Change(Read(id), Wish(sent), Key(sent), await By(caller, stop), stop, Once(caller, id, "change"));
        return Api.Answer(Json(await One(id, keep, stop)));
    }

    private static async Task<IResult> Do(string id, string deed, ApiCaller caller, Func<MailboxId, Actor, CancellationToken, Source?, Task> what, KeepMailboxes keep, CancellationToken stop)
    {
        await what(Read(id), await By(caller, stop), stop, Once(caller, id, deed));
        return Api.Answer(Json(await One(id, keep, stop)));
    }

    private static WishedMailbox Wish(MailboxWishJson sent) => new(
        sent.Address.Wanted("address"), sent.Aliases is { } aliases ? string.Join('\n', aliases) : null, sent.SignsIn ?? SignsIn.WithPassword, sent.UserName,
        Server(sent.Reading), sent.Folder, sent.TakesWhatIsThere == true, Server(sent.Sending), sent.SentFolder, sent.TrustedServer,
        sent.Topic is { } topic ? new TopicId(long.TryParse(topic, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0) : null,
        sent.FinnishSignature, sent.SwedishSignature, sent.EnglishSignature);

    private static MailboxKey? Key(MailboxWishJson sent) =>
        (sent.Password ?? sent.ClientId ?? sent.RefreshToken) is null ? null : new MailboxKey(sent.Password, sent.ClientId, sent.ClientSecret, sent.RefreshToken);

    private static MailServer? Server(MailServerJson? sent) => sent is null ? null : new MailServer(sent.Host.Wanted("host").OneLine(), sent.Port ?? 0, sent.Lock ?? MailLock.Tls);

    private static async Task<Mailbox> One(string id, KeepMailboxes keep, CancellationToken stop)
    {
        try
        {
            return await keep.One(Read(id), stop);
        }
        catch (RuleBroken)
        {
            throw Unknown();
        }
    }

    private static Source? Once(ApiCaller caller, string id, string deed) => caller.Once($"mailbox {Number(id)} {deed}");

    private static async Task<Actor> By(ApiCaller caller, CancellationToken stop) => await caller.Agent(stop) is { } agent ? agent : Actor.Lupaus;

    private static MailboxId Read(string id) => MailboxId.From(Number(id));

    private static long Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unknown();

    private static ApiRefused Unknown() => new(StatusCodes.Status404NotFound, Refusal.Because("mailbox.unknown"));

    private static MailServerJson? Json(MailServer? server) => server is null ? null : new(server.Host, server.Port, server.Lock);

    private static MailboxJson Json(Mailbox m) => new(
        m.Id, m.Address.Value, [.. m.OtherAddresses], m.IsOn, m.LacksKey, m.SignsIn, m.UserName, Json(m.Reading), m.Folder, m.LastReadAt, m.ReadingTrouble, m.ReadingTroubleSince, Json(m.Sending), m.SentFolder,
        m.SendingTrouble, m.SendingTroubleSince, m.TrustedServer, m.TopicId is { } topic ? topic.Value.ToString(CultureInfo.InvariantCulture) : null, m.FinnishSignature, m.SwedishSignature, m.EnglishSignature);
}
