namespace Lupaus.Web.Looks;

public enum PromiseState
{
    Fine,

    /// <summary>There is still time until then, but more is promised by then than fits into it.</summary>
    Tight,
    Threatened,
    Late,
    Waiting,
}

internal static class PromiseStates
{
    public static string Css(this PromiseState state) => state switch
    {
        PromiseState.Tight or PromiseState.Threatened => "threatened",
        PromiseState.Late => "late",
        PromiseState.Waiting => "waiting",
        _ => "fine",
    };

    /// <summary>The word that goes with the colour, so that it is never the colour alone.</summary>
    public static string? Word(this PromiseState state, Phrases words) =>
        state is PromiseState.Fine ? null : words[$"looks.promise.{state.ToString().ToLowerInvariant()}"];

    /// <summary>It may break.</summary>
    public static bool IsAtRisk(this PromiseState state) => state is PromiseState.Tight or PromiseState.Threatened or PromiseState.Late;
}
