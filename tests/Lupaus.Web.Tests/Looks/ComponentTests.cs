using Lupaus.Web.Looks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Looks;

public sealed class ComponentTests
{
    private static readonly IServiceProvider House = Built();

    [Theory]
    [InlineData(PromiseState.Late, LanguageCode.Fi, "myöhässä")]
    [InlineData(PromiseState.Late, LanguageCode.Sv, "försenat")]
    [InlineData(PromiseState.Threatened, LanguageCode.Fi, "pian")]
    [InlineData(PromiseState.Waiting, LanguageCode.En, "waiting for a reply")]
    public async Task The_state_of_a_promise_is_a_word_and_not_only_a_colour(PromiseState state, LanguageCode language, string word)
    {
        var card = await Render<PromiseCard>(language, Promise(state));
        card.ShouldContain(word);
    }

    [Fact]
    public async Task A_fine_promise_says_who_what_and_when()
    {
        var card = await Render<PromiseCard>(LanguageCode.Fi, Promise(PromiseState.Fine));

        card.ShouldContain("Maija Virtanen");
        card.ShouldContain("Selvitän, miksi lippu ei tulostu");
        card.ShouldContain("Viimeistään tänään klo&#xA0;14.10");
        card.ShouldContain("width=\"38%\"");
        card.ShouldNotContain("style=");
    }

    [Fact]
    public async Task A_name_already_in_the_sentence_is_not_said_twice()
    {
        var card = await Render<PromiseCard>(LanguageCode.Fi, Promise(PromiseState.Fine, "Maija Virtanen vastaa sinulle."));
        card.Split("Maija Virtanen").Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_somebody_wrote_is_never_taken_for_HTML()
    {
        var prose = await Render<Prose>(LanguageCode.Fi, new() { ["Text"] = "<img src=x onerror=alert(1)> https://juna.example/\"onclick=\"a" });

        prose.ShouldContain("&lt;img src=x");
        prose.ShouldNotContain("<img");
        prose.ShouldNotContain("\"onclick");
        prose.ShouldContain("rel=\"noopener nofollow ugc\"");
    }

    [Fact]
    public async Task A_field_ties_its_label_hint_and_error_to_its_control()
    {
        RenderFragment<IReadOnlyDictionary<string, object>> control = marks => builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddMultipleAttributes(1, marks);
            builder.CloseElement();
        };

        var field = await Render<Field>(LanguageCode.Sv, new()
        {
            ["Name"] = "Form.Email",
            ["Label"] = "E-post",
            ["Hint"] = "Vi svarar hit.",
            ["Error"] = "Kontrollera adressen.",
            ["Optional"] = true,
            ["ChildContent"] = control,
        });

        field.ShouldContain("for=\"form-email\"");
        field.ShouldContain("(frivilligt)");
        field.ShouldContain("<input id=\"form-email\" name=\"Form.Email\" aria-invalid=\"true\" aria-describedby=\"form-email-hint form-email-error\" />");
    }

    [Fact]
    public async Task A_moment_carries_the_exact_time_for_machines()
    {
        var time = await Render<When>(LanguageCode.En, new() { ["At"] = new DateTimeOffset(2031, 2, 3, 7, 0, 0, TimeSpan.Zero) });
        time.ShouldBe("<time datetime=\"2031-02-03T07:00:00Z\" title=\"on Monday 3 February 2031 at 9:00\">3 Feb 2031</time>");
    }

    [Theory, InlineData("Maija Virtanen", "MV"), InlineData("åsa maria öberg", "ÅÖ"), InlineData("Sami", "S"), InlineData("  ", "")]
    public void A_face_shows_the_initials(string name, string initials) => Face.Of(name).ShouldBe(initials);

    private static Dictionary<string, object?> Promise(PromiseState state, string what = "Selvitän, miksi lippu ei tulostu") => new()
    {
        ["Who"] = "Maija Virtanen",
        ["Initials"] = "MV",
        ["What"] = what,
        ["When"] = "Viimeistään tänään klo 14.10",
        ["LeftPercent"] = 38,
        ["State"] = state,
    };

    private static IServiceProvider Built()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddLooks();
        return builder.Build().Services;
    }

    private static async Task<string> Render<T>(LanguageCode language, Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var scope = House.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Reader>().Language = language;
        await using var renderer = ActivatorUtilities.CreateInstance<HtmlRenderer>(scope.ServiceProvider);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
