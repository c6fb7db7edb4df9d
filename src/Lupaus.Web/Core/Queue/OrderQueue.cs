using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>An admin chooses whose turn it is in the common line, and how surely promises are kept.</summary>
public sealed class OrderQueue(Changes changes, TimeProvider clock)
{
    public Task As(int turnsEvery, int promisesToKeep, AgentId by, CancellationToken stop) => changes.Make(async db =>
        (await db.Companies.FirstAsync(stop)).OrderQueue(turnsEvery, promisesToKeep, by, clock.Now()), stop);
}
