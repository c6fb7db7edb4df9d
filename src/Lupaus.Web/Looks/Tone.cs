namespace Lupaus.Web.Looks;

public enum Tone { Plain, Ok, Warning, Error }

internal static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Ok => "ok",
        Tone.Warning => "warning",
        Tone.Error => "error",
        _ => "plain",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Ok => "circle-check",
        Tone.Warning => "triangle-alert",
        Tone.Error => "circle-alert",
        _ => "info",
    };
}
