using System.Globalization;
using System.Text.Json.Serialization;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Work.Replies;

/// <param name="Files">Ids of files kept with the draft of the note.</param>
public sealed record NoteJson(string? Text, IReadOnlyList<string>? Files);

/// <param name="Delivers">Whether what was promised is in this reply; an answer always is.</param>
/// <param name="Seen">The newest message of the customer that the writer has read: "newestFromCustomer" of the ticket.</param>
/// <param name="FileIds">Ids of files kept with the draft of the reply.</param>
public sealed record ReplyJson(string? Text, NextJson? Next, bool? Delivers, MessageId? Seen, [property: JsonPropertyName("files")] IReadOnlyList<string>? FileIds)
{
    internal Reply Read()
    {
        Message.WhyNotSay(Text.Wanted("text")).StopIfAny("text");
        return new Reply(Text!, Next.Wanted("next").Read(), Delivers ?? true, Seen);
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

public enum NextKind { Solves, CannotHelp, Promises, Waits, Stands }

public enum Promised { Act, FindOut }

/// <summary>How a reply leaves the ticket.</summary>
/// <param name="Promise">For "promises": "act" or "findOut", with its due and, if wanted, its words.</param>
/// <param name="AskAgainAt">For "waits", with the reminder that goes out then.</param>
public sealed record NextJson(NextKind? Kind, Promised? Promise, DateTimeOffset? Due, string? Words, DateTimeOffset? AskAgainAt, string? Reminder)
{
    internal WhatNext Read()
    {
        var kind = Kind.Wanted("next.kind");
        if (kind != NextKind.Promises)
            Needless(("promise", Promise is not null), ("due", Due is not null), ("words", Words is not null));
        if (kind != NextKind.Waits)
            Needless(("askAgainAt", AskAgainAt is not null), ("reminder", Reminder is not null));
        return kind switch
        {
            NextKind.Solves => new WhatNext.Solves(),
            NextKind.CannotHelp => new WhatNext.CannotHelp(),
            NextKind.Promises => new WhatNext.Promises(Promise.Wanted("next.promise") == Promised.Act ? PromiseKind.Act : PromiseKind.FindOut, Due.Wanted("next.due"), Words),
            NextKind.Waits => new WhatNext.WaitsForCustomer(AskAgainAt.Wanted("next.askAgainAt"), Reminder.Wanted("next.reminder")),
            _ => new WhatNext.PromiseStands(),
        };
    }

    // A due beside "solves" was meant to promise something; to pass it over would lose it.
    private static void Needless(params (string Field, bool IsGiven)[] fields)
    {
        foreach (var (field, _) in fields.Where(f => f.IsGiven))
            throw ApiChecks.Wrong($"next.{field}", Refusal.Because("api.field.needless").With("field", $"next.{field}"));
    }
}
