namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>The customer's word and the record's stand side by side until a person has settled which holds.</summary>
    public Obstacle Disagree(Disagreement words, AgentId by, DateTimeOffset now)
    {
        (WhyNotTouch() ?? WhyNotServe(by) ?? words.WhyNotRecord()).StopIfAny();
        var obstacle = new Obstacle(Id, words, by, now);
        obstacles.Add(obstacle);
        Happened(new ObstacleRaised(obstacle.Id, obstacle.Kind), by, now);
        return obstacle;
    }

    /// <summary>Settled with a cause, which is counted: the record by itself decides nothing.</summary>
    public void SettleDiscrepancy(ObstacleId id, Verdict verdict, AgentId by, DateTimeOffset now)
    {
        var obstacle = obstacles.Find(o => o.Id == id && o.Kind == ObstacleKind.Discrepancy) ?? throw new RuleBroken(Refusal.Because("discrepancy.unknown"));
        if (!obstacle.IsOpen)
            return;
        (WhyNotServe(by) ?? WhyNotSettle(obstacle, verdict)).StopIfAny();
        obstacle.Settle(verdict, by, now);
        Happened(new ObstacleSettled(id, obstacle.Kind, verdict.Holds, verdict.Cause), by, now);
    }

    /// <summary>Causes are counted for each system, so it has a name at the latest when the discrepancy ends.</summary>
    private static Refusal? WhyNotSettle(Obstacle obstacle, Verdict verdict) =>
        verdict.WhyNotSettle() ??
        (obstacle.RecordSource is null && verdict.Source.OneLine().Length == 0 ? Refusal.Because("discrepancy.source") : null);
}
