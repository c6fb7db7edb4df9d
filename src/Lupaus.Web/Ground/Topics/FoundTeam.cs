using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Ground.Topics;

/// <summary>A new team, with office hours until it has its own.</summary>
public sealed class FoundTeam(Changes changes, TimeProvider clock)
{
    public Task As(string? name, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        db.Teams.Add(Team.Found(name ?? "", WeeklyHours.Office, now, by));
        db.Remember(source, null, now);
    }, stop);
}
