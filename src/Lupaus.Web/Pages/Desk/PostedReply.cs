using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The composer's form as a reply. What can't be read is refused in words.</summary>
internal static class PostedReply
{
    public static Reply ReplyIn(this IFormCollection form, TimeZoneInfo zone, DateTimeOffset now)
    {
        var body = form["body"].ToString();
        // A greeting that stands there by itself says nothing yet.
        (body.Cleaned() == form["greeting"].ToString().Cleaned() ? Refusal.Because("message.empty") : null).StopIfAny();
        var asksDelivery = form["asksDelivery"] == "1";
        return new Reply(body, form.NextIn(zone, now), Delivers: !asksDelivery || form["delivers"] == "1", SeenIn(form), EmailAddress.Read(form["to"])?.Value, CopiesIn(form), form["understood"]);
    }

    public static WhatNext NextIn(this IFormCollection form, TimeZoneInfo zone, DateTimeOffset now) => form["next"].ToString() switch
    {
        "solves" => new WhatNext.Solves(),
        "cannot" => new WhatNext.CannotHelp(),
        "stands" => new WhatNext.PromiseStands(),
        "act" => new WhatNext.Promises(PromiseKind.Act, form.RequiredTimeIn(zone, now), form["what"]),
        "findout" => new WhatNext.Promises(PromiseKind.FindOut, form.RequiredTimeIn(zone, now), form["what"]),
        "wait" => new WhatNext.WaitsForCustomer(form.RequiredTimeIn(zone, now), form["reminder"].ToString()),
        _ => throw new RuleBroken(Refusal.Because("desk.next.missing")),
    };

    /// <summary>Null where nobody took part as the page was shown: whoever has come since gets it too.</summary>
    private static PersonId[]? CopiesIn(IFormCollection form) => form["asksCc"] != "1" ? null :
        [.. form["cc"].Select(c => long.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Take(Ticket.MostParticipants).Select(PersonId.From)];

    /// <summary>Null where the page showed no word of the customer.</summary>
    private static MessageId? SeenIn(IFormCollection form) =>
        long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? new MessageId(seen) : null;
}
