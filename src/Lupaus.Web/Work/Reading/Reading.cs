using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Reading;

public static class ReadingRoom
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<HowItFeels>()
        .AddListener<MessageReceived, ReadDeadline>()
        .AddListener<MessageReceived, ReadMood>();
}
