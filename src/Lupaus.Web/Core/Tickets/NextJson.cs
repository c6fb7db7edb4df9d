using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Core.Tickets;

public enum NextKind { Solves, CannotHelp, Promises, Waits, Stands }

public enum Promised { Act, FindOut }

/// <summary>How a reply or a call leaves the ticket.</summary>
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
