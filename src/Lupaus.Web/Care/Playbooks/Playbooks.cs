using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;

namespace Lupaus.Web.Care.Playbooks;

public static class PlaybooksRoom
{
    public static IServiceCollection AddPlaybooks(this IServiceCollection services) => services
        .AddSingleton<KnownPlaybooks>()
        .AddSingleton<WritePlaybook>().AddSingleton<DropPlaybook>().AddSingleton<SayItGoesOn>().AddSingleton<SayItIsOver>()
        .AddSingleton<GiveFirstAid>().AddSingleton<DismissTrouble>().AddSingleton<TroubledTickets>().AddSingleton<FirstAidOffers>()
        .AddListener<MessageReceived, RecogniseTrouble>()
        .AddSingleton<IWitness, WhenFirstAidCameBack>()
        .AddSingleton<RecognisedForPrograms>().AddSingleton(s => new RoomsRecognition(s.GetRequiredService<RecognisedForPrograms>().In));
}
