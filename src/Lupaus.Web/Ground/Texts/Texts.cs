namespace Lupaus.Web.Ground.Texts;

public static class TextsRoom
{
    public static IServiceCollection AddTexts(this IServiceCollection services) => services.AddSingleton<HouseLanguage>();
}
