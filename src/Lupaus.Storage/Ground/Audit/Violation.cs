namespace Lupaus.Storage.Ground.Audit;

/// <summary>Something that must never be: the rule as a sentence, and what breaks it, by the ticket's reference where there is one.</summary>
public sealed record Violation(string Rule, string What);
