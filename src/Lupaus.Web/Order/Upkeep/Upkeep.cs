namespace Lupaus.Web.Order.Upkeep;

public static class Upkeep
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services) =>
        services.AddSingleton<TakeBackup>().AddSingleton<RestoreBackup>().AddSingleton<NightlyBackup>().AddSingleton<LatestBackups>().AddSingleton<BackUpNow>();
}
