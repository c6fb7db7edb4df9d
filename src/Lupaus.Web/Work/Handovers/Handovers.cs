namespace Lupaus.Web.Work.Handovers;

public static class HandoverServices
{
    public static IServiceCollection AddHandovers(this IServiceCollection services) => services
        .AddSingleton<OfferHandover>().AddSingleton<AnswerOffer>().AddSingleton<GiveTicket>().AddSingleton<EndOffers>().AddSingleton<AskColleague>()
        .AddSingleton<PassOn>().AddSingleton<LetGo>().AddSingleton<TakeBack>()
        .AddSingleton<Welcome>().AddSingleton<RenewInvitation>().AddSingleton<WithdrawInvitation>().AddSingleton<ChangeEmail>().AddSingleton<ChangeRole>()
        .AddSingleton<GiveDuty>().AddSingleton<NameStandIn>()
        .AddSingleton<GoAway>().AddSingleton<ComeBack>().AddSingleton<CloseForAbsence>().AddSingleton<MoveTicketsOfTheAbsent>();
}
