namespace Lupaus.Web.Doors.Calls;

public static class Calls
{
    public static IServiceCollection AddCalls(this IServiceCollection services) =>
        services.AddSingleton<LogCall>().AddSingleton<TakeCall>().AddSingleton<WhoRang>().AddSingleton<KeepCall>();
}
