using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Core.Outbox;

/// <summary>Looks into the outbox every few seconds, as long as the program runs.</summary>
public sealed class OutboxWatch(SendOutbox outbox, Forgetting forgetting, TimeProvider clock, ILogger<OutboxWatch> log) : Watch(TimeSpan.FromSeconds(3), clock, log)
{
    protected override async Task Look(CancellationToken stop)
    {
        await forgetting.Look(stop); // links in letters are signed with the key that holds now
        while (await outbox.Now(stop) > 0)
        {
        }
    }
}
