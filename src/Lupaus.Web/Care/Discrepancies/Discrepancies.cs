namespace Lupaus.Web.Care.Discrepancies;

public static class DiscrepanciesRoom
{
    public static IServiceCollection AddDiscrepancies(this IServiceCollection services) => services.AddSingleton<CountCauses>().AddSingleton<KnownSystems>();
}
