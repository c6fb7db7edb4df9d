using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Work.Replies;

public sealed record NoteJson(string? Text);

/// <param name="Delivers">Whether what was promised is in this reply; an answer always is.</param>
/// <param name="Seen">The newest message of the customer that the writer has read: "newestFromCustomer" of the ticket.</param>
/// <param name="To">Which of the customer's e-mail addresses; the one they prefer when it isn't given.</param>
/// <param name="Cc">The ids of those taking part who get it too; all of them when it isn't given.</param>
public sealed record ReplyJson(string? Text, NextJson? Next, bool? Delivers, MessageId? Seen, string? To, IReadOnlyList<PersonId>? Cc)
{
    internal Reply Read()
    {
        Message.WhyNotSay(Text.Wanted("text")).StopIfAny("text");
        if (To is not null && EmailAddress.Read(To) is null)
            throw ApiChecks.Wrong("to", Refusal.Because("email.shape"));
        return new Reply(Text!, Next.Wanted("next").Read(), Delivers ?? true, Seen, EmailAddress.Read(To)?.Value, Cc);
    }
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
