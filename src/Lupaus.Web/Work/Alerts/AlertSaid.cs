using Lupaus.Web.Looks;
using Lupaus.Work.Alerts;

namespace Lupaus.Web.Work.Alerts;

/// <summary>What an alert says, in words and with a picture.</summary>
internal static class AlertSaid
{
    public static string Title(this Alert alert, Phrases say, CivilTime times, Func<AgentId, string> nameOf) => alert.Kind switch
    {
        AlertKind.Mentioned => say.Say("alerts.mentioned", ("name", From(alert, say, nameOf))),
        AlertKind.Thanked => say.Say("alerts.thanked", ("name", From(alert, say, nameOf))),
        AlertKind.CannotRead or AlertKind.CannotSend => say.Say(Key(alert.Kind), ("time", times.At(DateTimeOffset.FromUnixTimeMilliseconds(alert.What)))),
        AlertKind.Offered or AlertKind.Asked => say.Say(Key(alert.Kind), ("name", From(alert, say, nameOf)), ("time", times.By(alert.Due!.Value))),
        AlertKind.OfferAccepted or AlertKind.OfferDeclined or AlertKind.OfferExpired or AlertKind.Advised => say.Say(Key(alert.Kind), ("name", From(alert, say, nameOf))),
        _ when alert.Due is { } due => say.Say(Key(alert.Kind), ("time", times.By(due))),
        _ => say[Key(alert.Kind)],
    };

    public static string Short(this AlertKind kind, Phrases say) => say[Key(kind).Replace("alerts.", "alerts.short.", StringComparison.Ordinal)];

    public static string Icon(this AlertKind kind) => kind switch
    {
        AlertKind.Urgent => "flag",
        AlertKind.Threatened => "hourglass",
        AlertKind.Broken => "triangle-alert",
        AlertKind.NotReached or AlertKind.Unsure => "circle-alert",
        AlertKind.CannotRead or AlertKind.CannotSend => "triangle-alert",
        AlertKind.Mentioned => "message-circle",
        AlertKind.Given => "inbox",
        AlertKind.Waits => "mail",
        AlertKind.Thanked => "hand-heart",
        AlertKind.Offered => "handshake",
        AlertKind.OfferAccepted => "circle-check",
        AlertKind.OfferDeclined or AlertKind.OfferExpired => "undo-2",
        AlertKind.Asked => "message-circle-question-mark",
        AlertKind.Advised => "lightbulb",
        _ => "reply",
    };

    private static string From(Alert alert, Phrases say, Func<AgentId, string> nameOf) => alert.FromId is { } from ? nameOf(from) : say["alerts.somebody"];

    private static string Key(AlertKind kind) => $"alerts.{kind.ToString().ToLowerInvariant()}";
}
