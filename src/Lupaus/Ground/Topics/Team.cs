using Lupaus.Ground.Calendar;

namespace Lupaus.Ground.Topics;

public readonly record struct TeamId(long Value) : IId<TeamId>
{
    public static TeamId From(long value) => new(value);

    public static TeamId New(DateTimeOffset now) => new(Ids.Next(now));
}

/// <summary>Agents who serve the same topics in the same opening hours.</summary>
public sealed class Team : Remembering
{
    private readonly List<TeamMember> members = [];

    private Team() { }

    public TeamId Id { get; private init; }

    public string Name { get; private set; } = "";

    public WeeklyHours Hours { get; private set; } = WeeklyHours.Office;

    public IReadOnlyList<TeamMember> Members => members;

    public static Team Found(string name, WeeklyHours hours, DateTimeOffset now, Actor by = default)
    {
        WhyNotFound(name, hours).StopIfAny();
        var team = new Team { Id = TeamId.New(now), Name = name.OneLine(), Hours = hours };
        team.Happened(new TeamFounded(team.Id), by, now);
        return team;
    }

    public static Refusal? WhyNotFound(string name, WeeklyHours hours) =>
        name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("team.name").With("limit", Limits.Name) :
        hours.IsEmpty ? Refusal.Because("team.hours") :
        null;

    public void Become(string name, WeeklyHours hours, Actor by, DateTimeOffset now)
    {
        WhyNotFound(name, hours).StopIfAny();
        (Name, Hours) = (name.OneLine(), hours);
        Happened(new TeamDescribed(Id), by, now);
    }

    public void Joins(AgentId agent)
    {
        if (!members.Any(m => m.AgentId == agent))
            members.Add(new TeamMember(Id, agent));
    }

    public void Leaves(AgentId agent) => members.RemoveAll(m => m.AgentId == agent);
}

public sealed class TeamMember
{
    private TeamMember() { }

    internal TeamMember(TeamId team, AgentId agent) => (TeamId, AgentId) = (team, agent);

    public TeamId TeamId { get; private init; }

    public AgentId AgentId { get; private init; }
}
