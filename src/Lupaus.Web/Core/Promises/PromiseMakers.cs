using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Core.Promises;

public static class PromiseMakers
{
    /// <summary>Makes promises in the opening hours of the team that serves this topic.</summary>
    public static PromiseMaker MakerFor(this CompanyNow company, TopicId topic) => new(company.HoursOf(topic));

    /// <summary>So long does what is suspected to be spam wait for somebody to judge it: one working day, and a day at least.</summary>
    public static DateTimeOffset AsideUntil(this CompanyNow company, TopicId topic, DateTimeOffset now)
    {
        var workingDay = company.MakerFor(topic).InOpenHours(now, TimeSpan.FromHours(7));
        return workingDay > now.AddDays(1) ? workingDay : now.AddDays(1);
    }
}
