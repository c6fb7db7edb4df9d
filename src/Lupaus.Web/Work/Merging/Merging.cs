namespace Lupaus.Web.Work.Merging;

public static class MergingRoom
{
    public static IServiceCollection AddMerging(this IServiceCollection services) => services
        .AddSingleton<TellingOfMerges>().AddSingleton<MergeTickets>().AddSingleton<PartTicket>().AddSingleton<SplitTicket>().AddSingleton<MoveMessages>().AddSingleton<KeepHere>()
        .AddSingleton<PairTickets>().AddSingleton<MergePeople>().AddSingleton<PartPeople>();
}
