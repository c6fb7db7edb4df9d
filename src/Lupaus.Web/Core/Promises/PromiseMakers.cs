using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Core.Promises;

public static class PromiseMakers
{
    /// <summary>Makes promises in the opening hours of the team that serves this topic.</summary>
    public static PromiseMaker MakerFor(this CompanyNow company, TopicId topic) => new(company.HoursOf(topic));
}
