using Read = Lupaus.Language.Moods.Mood;
using Mood = Lupaus.Core.Tickets.Mood;

namespace Lupaus.Web.Work.Reading;

internal static class Feelings
{
    /// <summary>What the reader of words calls it, as tickets do.</summary>
    public static Mood Ours(this Read mood) => mood switch
    {
        Read.Dissatisfied => Mood.Dissatisfied,
        Read.Satisfied => Mood.Satisfied,
        _ => Mood.Neutral,
    };
}
