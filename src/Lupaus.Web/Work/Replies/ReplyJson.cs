using System.Globalization;
using System.Text.Json.Serialization;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Work.Replies;

/// <param name="Files">Ids of files kept with the draft of the note.</param>
public sealed record NoteJson(string? Text, IReadOnlyList<string>? Files);

/// <param name="Delivers">Whether what was promised is in this reply; an answer always is.</param>
/// <param name="Seen">The newest message of the customer that the writer has read: "newestFromCustomer" of the ticket.</param>
/// <param name="FileIds">Ids of files kept with the draft of the reply.</param>
/// <param name="To">Which of the customer's e-mail addresses; the one they prefer when it isn't given.</param>
/// <param name="Cc">The ids of those taking part who get it too; all of them when it isn't given.</param>
/// <param name="Understood">What its writer has understood of the matter, for the customer to confirm.</param>
public sealed record ReplyJson(string? Text, NextJson? Next, bool? Delivers, MessageId? Seen, string? To, IReadOnlyList<PersonId>? Cc, [property: JsonPropertyName("files")] IReadOnlyList<string>? FileIds, string? Understood = null)
{
    internal Reply Read()
    {
        Message.WhyNotSay(Text.Wanted("text")).StopIfAny("text");
        Understanding.WhyNotWrite(Understood).StopIfAny("understood");
        if (To is not null && EmailAddress.Read(To) is null)
            throw ApiChecks.Wrong("to", Refusal.Because("email.shape"));
        return new Reply(Text!, Next.Wanted("next").Read(), Delivers ?? true, Seen, EmailAddress.Read(To)?.Value, Cc, Understood);
    }

    internal static IReadOnlyList<AttachmentId> Files(IReadOnlyList<string>? ids) =>
        ids is not { Count: <= Attachment.MaxCount } ? ids is null ? [] : throw ApiChecks.Wrong("files", Refusal.Because("files.many").With("limit", Attachment.MaxCount)) :
        [.. ids.Select(f => long.TryParse(f, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? AttachmentId.From(id) : throw ApiChecks.Wrong("files", Refusal.Because("api.field").With("field", "files")))];
}

public enum Closing { Solved, CannotHelp, Withdrawn, NotService }

public sealed record CloseJson(Closing? How, string? Text, MessageId? Seen)
{
    internal Reply Reply(Closing how)
    {
        Message.WhyNotSay(Text.Wanted("text")).StopIfAny("text");
        return new Reply(Text!, how == Closing.Solved ? new WhatNext.Solves() : new WhatNext.CannotHelp(), Seen: Seen);
    }
}
