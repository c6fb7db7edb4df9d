using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Search;

public static class SearchRoom
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<HouseLanguage>()
        .AddSingleton<SearchWords>()
        .AddSingleton<IndexWords>()
        .AddSingleton<IWitness>(s => s.GetRequiredService<IndexWords>())
        .AddSingleton<TicketSearch>()
        .AddSingleton<IndexAnew>()
        .AddHostedService<IndexWatch>();
}
