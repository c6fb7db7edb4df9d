using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Work.Replies;

namespace Lupaus.Care.Playbooks;

public sealed record PlaybookWritten(PlaybookId Playbook) : AboutUs;

public sealed record PlaybookDropped(PlaybookId Playbook) : AboutUs;

/// <summary>The trouble is going on; said again, it goes on for longer.</summary>
public sealed record TroubleGoesOn(PlaybookId Playbook, DateTimeOffset Until) : AboutUs;

public sealed record TroubleIsOver(PlaybookId Playbook) : AboutUs;

/// <summary>
/// Prepared first aid for a kind of trouble: what those whom it meets are told at once, and what they are promised. While
/// the trouble goes on, whoever writes about it is recognised by its signs.
/// </summary>
public sealed class Playbook : Remembering
{
    public const int Most = 200;

    /// <summary>Nobody who hears at once what is done is left to wait for a week.</summary>
    public const int MostHours = 40;

    public const int MostSigns = 20;
    public const int MostWordsOfSign = 6;

    /// <summary>In open hours: what nobody says is going on still is over by itself.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private Playbook() { }

    public PlaybookId Id { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>For colleagues: when it helps.</summary>
    public string? UseWhen { get; private set; }

    public SavedTexts Answer { get; private set; } = new(null, null, null);

    /// <summary>What is promised besides: to do something, or to find something out.</summary>
    public PromiseKind Promise { get; private set; }

    /// <summary>In the open hours of the team that serves the ticket's topic.</summary>
    public int WithinHours { get; private set; }

    /// <summary>What exactly is promised, where its kind doesn't say all.</summary>
    public SavedTexts Promised { get; private set; } = new(null, null, null);

    /// <summary>Words by which the trouble is known: all of one sign stand in one message, in whatever form.</summary>
    public IReadOnlyList<string> Signs { get; private set; } = [];

    public DateTimeOffset? GoingOnSince { get; private set; }

    public DateTimeOffset? GoingOnUntil { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Used no more; the histories that speak of it still know its name.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    public PlaybookText Text => new(Name, UseWhen, Answer, Promise, WithinHours, Promised, Signs);

    public bool IsGoingOn(DateTimeOffset now) => GoingOnUntil > now;

    public static Playbook Write(PlaybookText text, Role role, AgentId by, DateTimeOffset now)
    {
        var playbook = new Playbook { Id = new(Ids.Next(now)) };
        playbook.Rewrite(text, role, by, now);
        return playbook;
    }

    public void Rewrite(PlaybookText text, Role role, AgentId by, DateTimeOffset now)
    {
        (WhyNotKeep(role) ?? text.WhyNotWrite() ?? (IsGoingOn(now) && text.Cleaned().Signs.Count == 0 ? Refusal.Because("playbook.nosigns") : null)).StopIfAny();
        (Name, UseWhen, Answer, Promise, WithinHours, Promised, Signs) = text.Cleaned();
        WrittenAt = now;
        Happened(new PlaybookWritten(Id), by, now);
    }

    /// <summary>What customers are told in the house's name is written by those who lead it; all of us use it.</summary>
    public static Refusal? WhyNotKeep(Role role) => role == Role.Agent ? Refusal.Because("playbook.leads") : null;

    public void Drop(Role role, AgentId by, DateTimeOffset now)
    {
        WhyNotKeep(role).StopIfAny();
        if (DroppedAt is not null)
            return;
        IsOver(by, now);
        DroppedAt = now;
        Happened(new PlaybookDropped(Id), by, now);
    }

    /// <summary>It is going on from now; said again, for longer. By any of us: whoever sees it first.</summary>
    public void GoesOn(DateTimeOffset until, AgentId by, DateTimeOffset now)
    {
        WhyNotGoOn().StopIfAny();
        if (GoingOnUntil == until.Whole())
            return;
        (GoingOnSince, GoingOnUntil) = (IsGoingOn(now) ? GoingOnSince : now.Whole(), until.Whole());
        Happened(new TroubleGoesOn(Id, GoingOnUntil.Value), by, now);
    }

    public Refusal? WhyNotGoOn() => Signs.Count == 0 ? Refusal.Because("playbook.nosigns") : null;

    public void IsOver(AgentId by, DateTimeOffset now)
    {
        if (!IsGoingOn(now))
            return;
        (GoingOnSince, GoingOnUntil) = (null, null);
        Happened(new TroubleIsOver(Id), by, now);
    }

    /// <summary>
    /// How the answer leaves a ticket. What one of ours has promised there already stands; in the place of an answer that was
    /// promised, or while the customer had the turn, this is promised, and never later than what they expect besides.
    /// </summary>
    public WhatNext NextFor(Ticket ticket, DateTimeOffset due) =>
        ticket.Promise is { IsKeptByAnyReply: false } ? new WhatNext.PromiseStands() :
        new WhatNext.Promises(Promise, ticket.Duties.Where(d => d is { IsOpen: true, IsTold: true }).Select(d => d.Due).Append(due).Min(), Promised.Of(ticket.Language));
}
