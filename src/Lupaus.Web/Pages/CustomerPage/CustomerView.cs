using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.Identity;

namespace Lupaus.Web.Pages.CustomerPage;

/// <summary>What a customer sees of their ticket, and nothing else.</summary>
/// <param name="NamedBefore">The one they were told, when another looks after it now and hasn't written to them yet.</param>
public sealed record CustomerView(
    string Path,
    TicketId Ticket,
    Reference Reference,
    string Subject,
    LanguageCode Language,
    Helper Owner,
    Helper? NamedBefore,
    Helper? Promiser,
    Promise? Promise,
    string? PromiseWords,
    DateTimeOffset? BrokeAt,
    DateTimeOffset? Deadline,
    Closure? Closure,
    bool CanReopen,
    bool IsLookedInto,
    IReadOnlyList<Said> Talk,
    bool HasEarlier)
{
    /// <summary>Who else takes part, by name; whoever looks is left out.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>The customer, for somebody who takes part in their matter.</summary>
    public string? TakesPartWith { get; init; }

    /// <summary>A time that their own words name, where nobody has said yet whether it is a deadline.</summary>
    public DeadlineGuess? MaybeDeadline { get; init; }

    /// <summary>What was understood last, with its words and whose they are.</summary>
    public UnderstoodView? Understood { get; init; }

    public bool IsOpen => Closure is null;

    /// <summary>We didn't do what we said, and no person of ours has written since.</summary>
    public bool IsLate(DateTimeOffset now) =>
        Promise is { Kind: not PromiseKind.CheckBack } live && (BrokeAt is not null || live.IsLapsed(now));
}

public sealed record UnderstoodView(Understanding Now, string Words, Helper? By)
{
    public MessageId ToldIn => Now.ToldIn;

    public bool IsWaiting => Now.IsWaiting;
}

/// <summary>One of ours, as customers know them.</summary>
public sealed record Helper(string Name, string Initials, PhoneNumber? Phone)
{
    public string FirstName => Name.Split(' ', 2)[0];

    public static Helper Of(Agent agent) => new(agent.Name, agent.Initials, agent.ShowsPhone ? agent.Phone : null);
}

/// <summary>One thing said, by the customer or by us.</summary>
/// <param name="Writer">Who wrote it, where it is neither one of ours nor whoever looks.</param>
/// <param name="Merged">The subject of the matter it was written in, where that one goes on here.</param>
public sealed record Said(
    MessageId Id,
    DateTimeOffset At,
    bool IsCustomers,
    Nature Nature,
    Helper? By,
    string Body,
    bool Introduces,
    IReadOnlyList<Attachment> Files,
    Told? Told,
    string? Merged = null,
    Call? Call = null,
    string? Writer = null)
{
    /// <summary>What its writer understood, as a part of its own.</summary>
    public string? Understood { get; init; }

    /// <summary>Of the latest understanding, what became of it.</summary>
    public Understanding? Answered { get; init; }

    /// <summary>Written by Lupaus itself: shown quietly, from what happened, and never word for word.</summary>
    public bool IsEvent => !IsCustomers && Nature is Nature.Acknowledgement or Nature.Receipt or Nature.Late or Nature.Closing or Nature.NewOwner or Nature.Merged or Nature.Parted or Nature.Tried || Call is { IsShared: false };
}

/// <summary>The promise that a message told, and how it ended if it has.</summary>
public sealed record Told(PromiseKind Kind, DateTimeOffset Due, Helper Promiser, HowItEnded? Ended);
