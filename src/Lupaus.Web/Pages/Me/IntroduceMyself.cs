using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Me;

/// <summary>How customers see me, and the language of my own desk.</summary>
public sealed class IntroduceMyself(Changes changes, TimeProvider clock)
{
    public async Task As(AgentId id, string? name, string? phone, bool showsPhone, LanguageCode desk, string? signature, CancellationToken stop)
    {
        var number = string.IsNullOrWhiteSpace(phone) ? (PhoneNumber?)null : PhoneNumber.Parse(phone);
        await changes.Make(async db =>
        {
            var (me, now) = (await db.Agents.FirstAsync(a => a.Id == id, stop), clock.Now());
            me.IntroduceAs(name ?? "", number, showsPhone, desk, id, now);
            me.SignWith(signature, id, now);
        }, stop);
    }
}
