using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Ground.Topics;

/// <summary>Other names, another team or another pace for a topic. What has been promised stands as it is.</summary>
public sealed class DescribeTopic(Changes changes, TimeProvider clock)
{
    public Task As(TopicId id, WishedTopic wish, AgentId by, CancellationToken stop) => changes.Make(async db =>
        (await db.Topics.One(id, stop)).Become(
            await db.TeamOf(wish, stop), wish.Finnish, wish.Swedish, wish.English, wish.AnswerWithin, wish.FastestAnswer, wish.UrgentPhone, by, clock.Now()), stop);
}
