namespace Lupaus.Web.Work.Views;

public static class ViewsRoom
{
    public static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddSingleton<SavedViews>().AddSingleton<SaveView>().AddSingleton<DropView>().AddSingleton<LookAt>().AddSingleton<MarkUnread>();
}
