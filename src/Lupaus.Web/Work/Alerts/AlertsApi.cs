using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Alerts;

namespace Lupaus.Web.Work.Alerts;

/// <param name="Ticket">Its reference; null where it is about a mailbox.</param>
/// <param name="Subject">What the ticket is called, or the mailbox's address.</param>
public sealed record AlertJson(AlertId Id, AlertKind Kind, string? Ticket, MailboxId? Mailbox, string Subject, DateTimeOffset At, DateTimeOffset? Due, AgentId? From, DateTimeOffset? ReadAt);

public sealed record AlertListJson(IReadOnlyList<AlertJson> Alerts);

internal static class AlertsApi
{
    private const string Area = "Alerts";

    /// <summary>What the agent has to hear of, newest first; and that they have.</summary>
    public static void MapAlertsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/alerts", async (ApiCaller caller, ListAlerts list, CancellationToken stop) =>
            Api.Answer(new AlertListJson([.. (await list.Of(await caller.SomeAgent(stop), stop)).Select(Shown)])))
            .Told(Area, "List alerts", "What the agent has to hear of, the newest first; `readAt` is null until they have.").Gives<AlertListJson>().ActsFor(AgentWanted.Always);
        api.MapPost("/alerts/read", async (ApiCaller caller, ReadAlerts read, CancellationToken stop) =>
        {
            await read.All(await caller.SomeAgent(stop), stop);
            return Results.NoContent();
        }).Told(Area, "They have been read", "All that the agent has not read yet.").GivesNothing();
    }

    private static AlertJson Shown(ListedAlert listed) =>
        new(listed.Alert.Id, listed.Alert.Kind, listed.About.Reference?.Value, listed.Alert.MailboxId, listed.About.Subject, listed.Alert.At, listed.Alert.Due, listed.Alert.FromId, listed.Alert.ReadAt);
}
