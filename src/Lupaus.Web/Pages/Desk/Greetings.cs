using Lupaus.Ground.People;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Desk;

/// <summary>How a reply begins, by the time of day where we are; the agent makes it their own.</summary>
internal static class Greetings
{
    public static string For(Person customer, Phrases say, DateTimeOffset local) => Named(customer, say, local.Hour switch
    {
        < 10 and >= 4 => "desk.greeting.morning",
        >= 17 or < 4 => "desk.greeting.evening",
        _ => "desk.greeting.day",
    });

    public static string Plain(Person customer, Phrases say) => Named(customer, say, "desk.greeting.day");

    private static string Named(Person customer, Phrases say, string key) =>
        customer.FirstName is { } name ? $"{say[key]} {name}," : $"{say[key]},";
}
