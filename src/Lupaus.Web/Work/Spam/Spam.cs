namespace Lupaus.Web.Work.Spam;

public static class SpamRoom
{
    public static IServiceCollection AddSpam(this IServiceCollection services) => services
        .AddSingleton<MarkSpam>().AddSingleton<BringBack>().AddSingleton<BlockedSenders>().AddSingleton<BlockSender>().AddSingleton<UnblockSender>().AddSingleton<CloseSuspected>();
}
