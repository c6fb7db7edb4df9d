using Lupaus.Core.Tickets;
using Lupaus.Web.Ground.Texts;
using Mood = Lupaus.Core.Tickets.Mood;

namespace Lupaus.Web.Work.Reading;

/// <param name="Words">The customer's own words that it rests on.</param>
public sealed record Feeling(Mood Mood, IReadOnlyList<string> Words);

/// <summary>How the customer's newest word seems to feel, with what speaks for it.</summary>
public sealed class HowItFeels(HouseLanguage language)
{
    private const int MostWords = 4;

    public Feeling? Of(IEnumerable<Message> messages)
    {
        if (messages.LastOrDefault(m => m.IsCustomersWord) is not { } newest)
            return null;
        var found = language.MoodOf(newest.Body);
        var mood = found.Mood.Ours();
        var words = found.Evidence.Where(e => mood == Mood.Satisfied ? e.Weight > 0 : e.Weight < 0).OrderByDescending(e => Math.Abs(e.Weight)).Take(MostWords).OrderBy(e => e.Words.Start);
        return mood == Mood.Neutral ? null : new Feeling(mood, [.. words.Select(e => e.Words.Of(newest.Body).OneLine()).Distinct()]);
    }
}
