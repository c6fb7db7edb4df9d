namespace Lupaus.Web.Care.Recovery;

public static class RecoveryRoom
{
    public static IServiceCollection AddRecovery(this IServiceCollection services) => services
        .AddSingleton<GiveGoodwill>().AddSingleton<TakeGoodwillBack>().AddSingleton<GoodwillSeen>().AddSingleton<LimitGoodwill>();
}
