using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Topics;

/// <summary>A topic as it is wished.</summary>
public sealed record WishedTopic(TeamId Team, string Finnish, string Swedish, string English, TimeSpan AnswerWithin, TimeSpan FastestAnswer, PhoneNumber? UrgentPhone);

public sealed class OpenTopic(Changes changes, TimeProvider clock)
{
    public Task As(WishedTopic wish, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var team = await db.TeamOf(wish, stop);
        var topic = Topic.Open(team, wish.Finnish, wish.Swedish, wish.English, wish.AnswerWithin, wish.FastestAnswer, isDefault: !await db.Topics.AnyAsync(stop), now, by);
        if (wish.UrgentPhone is not null)
            topic.Become(team, wish.Finnish, wish.Swedish, wish.English, wish.AnswerWithin, wish.FastestAnswer, wish.UrgentPhone, by, now);
        db.Topics.Add(topic);
        db.Remember(source, null, now);
    }, stop);
}

internal static class TopicsStored
{
    public static async Task<Topic> One(this DbSet<Topic> topics, TopicId id, CancellationToken stop) =>
        await topics.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("topic.unknown"));

    public static async Task<Team> TeamOf(this LupausDb db, WishedTopic wish, CancellationToken stop) =>
        await db.Teams.FirstOrDefaultAsync(t => t.Id == wish.Team, stop) ?? throw new RuleBroken(Refusal.Because("team.unknown"));
}
