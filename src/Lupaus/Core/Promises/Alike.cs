using Lupaus.Ground.Topics;

namespace Lupaus.Core.Promises;

/// <summary>How a matter comes to be answered: what its forecast is made of.</summary>
public enum Pace
{
    /// <summary>It stands in the common line.</summary>
    InLine,

    /// <summary>The customer's own clock presses, so it goes before the others.</summary>
    Pressing,

    /// <summary>Its owner has it already, and it is our turn again.</summary>
    GoesOn,

    /// <summary>What was promised before broke, and it is promised anew.</summary>
    Renewed,
}

/// <summary>What makes matters alike: how long one took says something of the next.</summary>
public readonly record struct Alike(TopicId Topic, Pace Pace);

/// <summary>A forecast with what it rests on, on its way to be kept with the promise.</summary>
public sealed record Reckoned(Alike Kind, Basis Basis);
