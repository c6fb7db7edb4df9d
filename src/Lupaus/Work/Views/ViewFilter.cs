using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;

namespace Lupaus.Work.Views;

public enum WhoseMatter { Anybodys, Mine, Ones }

public enum OpenOrClosed { Open, Closed, Both }

/// <summary>Whose turn it is: it follows from the kind of the promise.</summary>
public enum Turn { Either, Ours, Customers }

/// <summary>Whose matters they are: of those we serve, or of one of ours who asks.</summary>
public enum Asker { Anybody, Customers, Colleagues, Me }

/// <summary>By when something is promised, or the customer's deadline is.</summary>
public enum DueBy { Whenever, Soon, Today, Week }

public enum ViewOrder
{
    /// <summary>What comes up first stands first, as in the queue.</summary>
    ComesUp,
    NewestWord,
    OldestWord,
}

/// <summary>Which tickets one wants to see.</summary>
public sealed record ViewFilter
{
    public const int MaxText = 100;

    public WhoseMatter Whose { get; init; }

    /// <summary>Whose, when it is one particular agent.</summary>
    public AgentId? Owner { get; init; }

    public Asker Asker { get; init; }

    public TeamId? Team { get; init; }

    public TopicId? Topic { get; init; }

    public TagId? Tag { get; init; }

    public OpenOrClosed State { get; init; }

    public Turn Turn { get; init; }

    public DueBy Due { get; init; }

    public LanguageCode? Language { get; init; }

    /// <summary>A reference, or a part of the subject, of the customer's name or of a way to reach them.</summary>
    public string? Text { get; init; }

    /// <summary>Only what has come since I looked.</summary>
    public bool Unread { get; init; }

    public ViewOrder Order { get; init; }

    /// <summary>What is closed comes up never again: such a list goes by its newest words.</summary>
    public ViewOrder OrderUsed => State != OpenOrClosed.Open && Order == ViewOrder.ComesUp ? ViewOrder.NewestWord : Order;

    public Refusal? WhyNot() =>
        Text is { Length: > MaxText } ? Refusal.Because("view.text").With("limit", MaxText) :
        Whose == WhoseMatter.Ones && Owner is null ? Refusal.Because("view.owner") :
        null;
}
