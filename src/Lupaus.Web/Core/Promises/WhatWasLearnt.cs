using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Promises;

/// <summary>Of one kind of matter: the promises kept so far, and what a forecast is multiplied by now.</summary>
/// <param name="Ratio">Null while too few have ended: the topic's own time is promised until then.</param>
public sealed record Learnt(Topic Topic, Pace Pace, Share Kept, double? Ratio);

/// <summary>What answers have taught so far, for people to look at.</summary>
public sealed class WhatWasLearnt(IDbContextFactory<LupausDb> databases, LearntPromises learnt, OurCompany ourCompany)
{
    public async Task<IReadOnlyList<Learnt>> Now(CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var told = new List<Learnt>();
        foreach (var risk in await db.AllowedRisks.AsNoTracking().ToListAsync(stop))
            told.Add(new Learnt(company.Topic(risk.TopicId), risk.Pace, new Share(risk.Kept, risk.Kept + risk.Missed), (await learnt.Of(risk.Kind, company.Target, stop)).Ratio));
        return [.. told.OrderBy(l => l.Topic.Finnish, StringComparer.InvariantCulture).ThenBy(l => l.Pace)];
    }
}
