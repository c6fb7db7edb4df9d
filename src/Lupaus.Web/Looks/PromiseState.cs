namespace Lupaus.Web.Looks;

public enum PromiseState { Fine, Threatened, Late, Waiting }

internal static class PromiseStates
{
    public static string Css(this PromiseState state) => state switch
    {
        PromiseState.Threatened => "threatened",
        PromiseState.Late => "late",
        PromiseState.Waiting => "waiting",
        _ => "fine",
    };

    /// <summary>The word that goes with the colour, so that it is never the colour alone.</summary>
    public static string? Word(this PromiseState state, Phrases words) =>
        state is PromiseState.Fine ? null : words[$"looks.promise.{state.Css()}"];
}
