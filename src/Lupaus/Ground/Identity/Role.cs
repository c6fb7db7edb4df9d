namespace Lupaus.Ground.Identity;

/// <summary>An agent answers customers; a lead also sees what is about to break; an admin also runs the place.</summary>
public enum Role { Agent, Lead, Admin }
