using Lupaus.Care.Thanks;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Care.Thanks;

public static class ThanksRoom
{
    public static IServiceCollection AddThanks(this IServiceCollection services) => services
        .AddSingleton<ThankColleague>().AddSingleton<TakeThanksBack>().AddSingleton<ThanksSaid>()
        .AddListener<ColleagueThanked, WhenThanked>().AddListener<ThanksTakenBack, WhenThanked>();
}
