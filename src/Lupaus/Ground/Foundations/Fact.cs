namespace Lupaus.Ground.Foundations;

/// <summary>
/// Something that happened, in the past tense. Facts carry ids, kinds, times and numbers, never a customer's words
/// or addresses, so that they can be kept when messages are erased.
/// </summary>
public abstract record Fact;

/// <summary>What happens to ourselves: who serves, how they get in, when they are away, what the company is called, whom we don't listen to.</summary>
public abstract record AboutUs : Fact;

/// <summary>A fact with who and when, waiting to be stored with the change that caused it.</summary>
public sealed record Happening(Fact What, Actor By, DateTimeOffset At);
