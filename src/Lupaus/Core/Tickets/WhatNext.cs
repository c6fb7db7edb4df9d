using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

/// <summary>How a reply leaves the ticket. There is always one: no reply can leave a gap.</summary>
public abstract record WhatNext
{
    private WhatNext() { }

    /// <summary>This solves it.</summary>
    public sealed record Solves : WhatNext;

    /// <summary>We can't help; the reply says why and where help is to be had.</summary>
    public sealed record CannotHelp : WhatNext;

    /// <summary>"I'll do it" (Act) or "I'll find out" (FindOut), "and tell you by ...".</summary>
    public sealed record Promises(PromiseKind Kind, DateTimeOffset Due, string? Words = null) : WhatNext;

    /// <summary>It is the customer's turn; the reminder is written now and sent when the time comes.</summary>
    public sealed record WaitsForCustomer(DateTimeOffset AskAgainAt, string Reminder) : WhatNext;

    /// <summary>A word in between: the promise stands as it is.</summary>
    public sealed record PromiseStands : WhatNext;
}
