using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Topics;

/// <summary>The company as every page and slice needs it: its name and numbers, topics and opening hours.</summary>
public sealed record CompanyNow(
    string Name,
    EmailAddress Email,
    PhoneNumber? Phone,
    TimeZoneInfo Zone,
    LanguageCode Language,
    AgentId DutyAgent,
    IReadOnlyList<Topic> Topics,
    IReadOnlyDictionary<TeamId, OpeningHours> Hours)
{
    /// <summary>The teams by name.</summary>
    public IReadOnlyDictionary<TeamId, string> Teams { get; init; } = new Dictionary<TeamId, string>();

    /// <summary>What letters come from.</summary>
    public string MailName { get; init; } = Name;

    /// <summary>One in so many turns at the common line is for who has waited longest.</summary>
    public int TurnsEvery { get; init; } = 3;

    /// <summary>What each of us may give to customers in a month, in cents, where nothing else is set for them.</summary>
    public int GoodwillLimit { get; init; }

    /// <summary>The share of promises of answers that is to be kept.</summary>
    public double Target { get; init; } = .95;

    /// <summary>The topics a new matter may come under.</summary>
    public IEnumerable<Topic> OpenTopics => Topics.Where(t => !t.IsRetired);

    /// <summary>The number to call when there is no time to write.</summary>
    public PhoneNumber? UrgentPhone(TopicId? topic) => Topic(topic).UrgentPhone ?? Phone;

    public Topic DefaultTopic => Topics.FirstOrDefault(t => t.IsDefault) ?? Topics[0];

    public Topic Topic(TopicId? id) => Topics.FirstOrDefault(t => t.Id == id) ?? DefaultTopic;

    public OpeningHours HoursOf(TopicId topic) => Hours[Topic(topic).TeamId];

    /// <summary>Who is in no team keeps the hours of the default topic's.</summary>
    public OpeningHours HoursOf(TeamId? team) => team is { } own && Hours.TryGetValue(own, out var hours) ? hours : HoursOf(DefaultTopic.Id);
}

/// <summary>Reads the company's settings and remembers them for a moment, since every request asks.</summary>
public sealed class OurCompany
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public OurCompany(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    public async Task<CompanyNow> Now(CancellationToken stop) =>
        await Find(stop) ?? throw new RuleBroken(Refusal.Because("company.none"));

    /// <summary>Null until the company has been opened.</summary>
    public async Task<CompanyNow?> Find(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.Company;
        var company = await Read(stop);
        known = company is null ? null : new Known(company, clock.GetTimestamp());
        return company;
    }

    /// <summary>As it is in the database at this moment.</summary>
    public async Task<CompanyNow?> Read(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Companies.AsNoTracking().SingleOrDefaultAsync(stop) is not { } company)
            return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(company.Zone);
        var closed = await db.ClosedDays.AsNoTracking().Select(d => d.Day).ToListAsync(stop);
        var teams = await db.Teams.AsNoTracking().IgnoreAutoIncludes().ToListAsync(stop);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Id).ToListAsync(stop);
        return new CompanyNow(
            company.Name, company.Email, company.Phone, zone, company.Language, company.DutyAgentId, topics,
            teams.ToDictionary(t => t.Id, t => new OpeningHours(t.Hours, zone, company.ClosesOnEves, closed)))
        {
            MailName = company.MailName ?? company.Name,
            TurnsEvery = company.TurnsEvery,
            GoodwillLimit = company.GoodwillLimit,
            Target = company.PromisesToKeep / 100.0,
            Teams = teams.ToDictionary(t => t.Id, t => t.Name),
        };
    }

    private sealed record Known(CompanyNow Company, long ReadAt);
}
