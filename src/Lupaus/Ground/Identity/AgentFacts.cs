namespace Lupaus.Ground.Identity;

public sealed record AgentInvited(AgentId Agent, Role Role) : Fact;

public sealed record InvitationRenewed(AgentId Agent) : Fact;

/// <summary>Somebody who forgot their password, or says so, asked for a way back in.</summary>
public sealed record RecoveryAsked(AgentId Agent) : Fact;

public sealed record AgentActivated(AgentId Agent) : Fact;

public sealed record AgentDeactivated(AgentId Agent) : Fact;

public sealed record AgentDescribed(AgentId Agent) : Fact;

public sealed record WayInChanged(AgentId Agent, WayIn What) : Fact;

public sealed record AgentAway(AgentId Agent, DateTimeOffset From, DateTimeOffset? Until) : Fact;

public sealed record AgentBack(AgentId Agent) : Fact;

public sealed record StandInNamed(AgentId Agent, AgentId? StandIn) : Fact;

public sealed record DutyMoved(AgentId From, AgentId To) : Fact;

public sealed record CompanyOpened(AgentId DutyAgent) : Fact;

public sealed record CompanyDescribed : Fact;
