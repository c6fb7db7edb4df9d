using Lupaus.Ground.People;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Pages.Desk;

/// <summary>How a reply begins, by the time of day where we are; the agent makes it their own.</summary>
internal static class Greetings
{
    public static string For(Person customer, Phrases say, DateTimeOffset local) => Named(customer, say, KeyAt(local));

    /// <summary>At night there is no greeting of its own: nobody says good night to begin with.</summary>
    public static string KeyAt(DateTimeOffset local) => local.Hour switch
    {
        >= 4 and < 10 => "desk.greeting.morning",
        >= 17 => "desk.greeting.evening",
        _ => "desk.greeting.day",
    };

    public static string Plain(Person customer, Phrases say) => Named(customer, say, "desk.greeting.day");

    private static string Named(Person customer, Phrases say, string key) =>
        customer.FirstName is { } name ? $"{say[key]} {name}," : $"{say[key]},";
}
