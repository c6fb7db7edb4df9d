namespace Lupaus.Ground.Identity;

public sealed record AgentInvited(AgentId Agent, Role Role) : AboutUs;

public sealed record InvitationRenewed(AgentId Agent) : AboutUs;

/// <summary>Somebody who forgot their password, or says so, asked for a way back in.</summary>
public sealed record RecoveryAsked(AgentId Agent) : AboutUs;

public sealed record AgentActivated(AgentId Agent) : AboutUs;

public sealed record AgentDeactivated(AgentId Agent) : AboutUs;

public sealed record AgentDescribed(AgentId Agent) : AboutUs;

public sealed record WayInChanged(AgentId Agent, WayIn What) : AboutUs;

public sealed record AgentAway(AgentId Agent, DateTimeOffset From, DateTimeOffset? Until) : AboutUs;

public sealed record AgentBack(AgentId Agent) : AboutUs;

public sealed record StandInNamed(AgentId Agent, AgentId? StandIn) : AboutUs;

public sealed record DutyMoved(AgentId From, AgentId To) : AboutUs;

public sealed record CompanyOpened(AgentId DutyAgent) : AboutUs;

public sealed record CompanyDescribed : AboutUs;

/// <summary>Whose turn it is in the common line, and how many promises in a hundred are to be kept.</summary>
public sealed record QueueOrdered(int TurnsEvery, int PromisesToKeep) : AboutUs;

/// <summary>What each of us may give to customers in a month, where nothing else is set for them.</summary>
public sealed record GoodwillAllowed(int Cents) : AboutUs;

/// <param name="Cents">Null for as much as everybody.</param>
public sealed record GoodwillLimited(AgentId Agent, int? Cents) : AboutUs;

public sealed record AgentEmailChanged(AgentId Agent) : AboutUs;

public sealed record InvitationWithdrawn(AgentId Agent) : AboutUs;

public sealed record RoleChanged(AgentId Agent, Role From, Role To) : AboutUs;

public sealed record AdminLeft(AgentId Agent) : AboutUs;

public sealed record TeamsChosen(AgentId Agent) : AboutUs;

public sealed record HoursChosen(AgentId Agent) : AboutUs;

public sealed record AgentSignedIn(AgentId Agent, HowIn How) : AboutUs;

public sealed record SessionEnded(AgentId Agent, SessionId Session) : AboutUs;

/// <summary>How people sign in by another house's word was set, or switched off.</summary>
public sealed record SignInByOthersChanged(bool IsOn) : AboutUs;

/// <summary>An admin had a backup made at once.</summary>
public sealed record BackupAsked : AboutUs;

public sealed record DayClosed(DateOnly Day) : AboutUs;

public sealed record DayOpened(DateOnly Day) : AboutUs;
