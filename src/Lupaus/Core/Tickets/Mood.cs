namespace Lupaus.Core.Tickets;

/// <summary>What a customer's words seem to feel like. An estimate, shown with the words it rests on; it ranks nobody.</summary>
public enum Mood { Dissatisfied, Neutral, Satisfied }
