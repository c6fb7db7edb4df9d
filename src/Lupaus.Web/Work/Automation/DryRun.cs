using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

/// <summary>A ticket that the rule would have touched, and how it stood then.</summary>
public sealed record WouldTouch(Reference Reference, string Subject, DateTimeOffset At, TopicId Topic, AgentId Owner);

/// <param name="Tickets">How many tickets, each counted once.</param>
/// <param name="Times">How many times; the newest of them are in the list.</param>
/// <param name="IsAll">False when there were so many that we stopped looking.</param>
public sealed record WouldHave(DateTimeOffset From, DateTimeOffset Until, int Tickets, int Times, bool IsAll, IReadOnlyList<WouldTouch> Newest);

/// <summary>
/// What a rule would have done in the last thirty days, if it had been on. It finds the moments and judges each with the
/// very code that judges today, on the ticket as its facts tell that it stood then; it changes nothing.
/// </summary>
public sealed class DryRun(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, TimeProvider clock)
{
    public const int Listed = 50;
    private const int MostTickets = 20_000;
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public async Task<WouldHave> Of(RuleText rule, CancellationToken stop)
    {
        Rule.WhyNotJudge(rule).StopIfAny();
        var company = await ourCompany.Now(stop);
        var until = clock.Now();
        var from = until - Month;
        await using var db = await databases.CreateDbContextAsync(stop);
        var candidates = await db.WithOccasions(rule.When, company, from, until).OrderByDescending(id => id).Take(MostTickets + 1).ToListAsync(stop);
        var (touched, tickets) = (new List<WouldTouch>(), 0);
        foreach (var batch in candidates.Take(MostTickets).Chunk(Dossiers.AtOnce))
        {
            foreach (var dossier in await db.Read(batch, rule, stop))
            {
                var before = touched.Count;
                touched.AddRange(Touches(rule, dossier, company, from, until));
                tickets += touched.Count > before ? 1 : 0;
            }
        }
        return new WouldHave(from, until, tickets, touched.Count, candidates.Count <= MostTickets, [.. touched.OrderByDescending(t => t.At).Take(Listed)]);
    }

    private static IEnumerable<WouldTouch> Touches(RuleText rule, Dossier dossier, CompanyNow company, DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var occasion in dossier.Occasions(rule.When, company).Where(o => o.At > from && o.At <= until))
        {
            if (dossier.At(occasion.At, company) is var then && rule.Fits(then))
                yield return new WouldTouch(dossier.Reference, dossier.Subject, occasion.At, then.Topic, then.Owner);
        }
    }
}
