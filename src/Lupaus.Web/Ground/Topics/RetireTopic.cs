using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Topics;

public enum TopicTurn { Retire, Revive, MakeDefault }

/// <summary>No new matters under a topic, or again; or it becomes the one for whatever nobody has said the topic of. None is ever deleted.</summary>
public sealed class RetireTopic(Changes changes, TimeProvider clock)
{
    public Task Or(TopicTurn turn, TopicId id, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var topic = await db.Topics.One(id, stop);
        if (turn is TopicTurn.Retire)
            topic.Retire(by, now);
        else if (turn is TopicTurn.Revive)
            topic.Revive(by, now);
        else
            topic.MakeDefault((await db.Topics.ToListAsync(stop)).First(t => t.IsDefault), by, now);
    }, stop);
}
