using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Search;

public static class SearchRoom
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<WordsForSearch>()
        .AddSingleton<IndexWords>()
        .AddSingleton<IWitness>(s => s.GetRequiredService<IndexWords>())
        .AddSingleton<TicketSearch>()
        .AddSingleton<WhereFound>()
        .AddSingleton<IndexAnew>()
        .AddHostedService<IndexWatch>();
}
