using System.Globalization;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Ground.Topics;

public sealed record TopicShownJson(TopicId Id, string Finnish, string Swedish, string English, bool IsDefault, string? UrgentPhone);

public sealed record TopicListJson(IReadOnlyList<TopicShownJson> Topics);

internal static class TopicsApi
{
    public static void MapTopicsApi(this RouteGroupBuilder api) =>
        api.MapGet("/topics", async (OurCompany ourCompany, CancellationToken stop) => Api.Api.Answer(new TopicListJson([.. (await ourCompany.Now(stop)).OpenTopics
            .Select(t => new TopicShownJson(t.Id, t.Finnish, t.Swedish, t.English, t.IsDefault, t.UrgentPhone?.Value))])))
            .Told("The house", "List topics", "What a ticket may be about, by its name in three languages.").Gives<TopicListJson>();

    /// <summary>An open topic by its id or its name in any of our languages; null when none is named.</summary>
    public static Topic? TopicNamed(this CompanyNow company, string? named)
    {
        if (string.IsNullOrWhiteSpace(named))
            return null;
        var name = named.Trim();
        return company.OpenTopics.FirstOrDefault(t =>
                t.Id.Value.ToString(CultureInfo.InvariantCulture) == name ||
                new[] { t.Finnish, t.Swedish, t.English }.Contains(name, StringComparer.OrdinalIgnoreCase))
            ?? throw ApiChecks.Wrong("topic", Refusal.Because("api.topic"));
    }
}
