namespace Lupaus.Language.Abuse;

/// <summary>From bad to worse: swearing at a thing, the insult of a person, a threat.</summary>
public enum AbuseLevel { None, Swearing, Insult, Threat }
