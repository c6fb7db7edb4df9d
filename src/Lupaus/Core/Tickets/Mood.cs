namespace Lupaus.Core.Tickets;

/// <summary>What a customer's words seem to feel like. An estimate, shown with the words it rests on; it ranks nobody.</summary>
public enum Mood { Dissatisfied, Neutral, Satisfied }

/// <summary>How rough a customer's words are: at a thing, at a person, or meant to frighten.</summary>
public enum Roughness { None, Swearing, Insult, Threat }
