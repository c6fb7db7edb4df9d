using System.Reflection;
using Lupaus.Core.Tickets;
using Lupaus.Web.Looks;
using Lupaus.Web.Pages.Desk;

namespace Lupaus.Web.Tests.Pages.Desk;

public sealed class FactSentenceTests
{
    private static readonly Words Words = new();

    public static TheoryData<LanguageCode> Languages => [LanguageCode.Fi, LanguageCode.Sv, LanguageCode.En];

    [Theory, MemberData(nameof(Languages))]
    public void Everything_that_can_happen_can_be_told(LanguageCode language)
    {
        var times = new CivilTime(language, TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki"), House.MondayAtTen);
        var sentence = new FactSentence(Words.In(language), times, new FactNames(_ => "Antti", "Aino", _ => "Muu asia"));
        var kinds = typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact)) && !t.IsAbstract).ToArray();

        kinds.Length.ShouldBeGreaterThan(30);
        // What a machine writes comes in and is never sent.
        foreach (var fact in kinds.SelectMany(EveryWay).Where(f => f is not MessageSent { Nature: Nature.Machine }))
            Should.NotThrow(() => sentence.Of(fact, Actor.Lupaus), fact.ToString()).ShouldNotBeNullOrWhiteSpace();
    }

    /// <summary>The fact with each value of its kinds in turn.</summary>
    private static IEnumerable<Fact> EveryWay(Type kind)
    {
        var constructor = kind.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var most = constructor.GetParameters().Select(p => p.ParameterType.IsEnum ? Enum.GetValues(p.ParameterType).Length : Nullable.GetUnderlyingType(p.ParameterType) is { IsEnum: true } some ? Enum.GetValues(some).Length + 1 : 1).DefaultIfEmpty(1).Max();
        for (var turn = 0; turn < most; turn++)
            yield return (Fact)constructor.Invoke([.. constructor.GetParameters().Select(p => Some(p, turn))]);
    }

    private static object? Some(ParameterInfo parameter, int turn)
    {
        var type = parameter.ParameterType;
        // Of what may be missing, none comes first.
        if (Nullable.GetUnderlyingType(type) is { IsEnum: true } some)
            return turn == 0 ? null : Enum.GetValues(some).GetValue((turn - 1) % Enum.GetValues(some).Length);
        if (!type.IsEnum)
            return type == typeof(DateTimeOffset) ? House.MondayAtTen : type.IsValueType ? Activator.CreateInstance(type) : null;
        var values = Enum.GetValues(type);
        return values.GetValue(turn % values.Length);
    }
}
