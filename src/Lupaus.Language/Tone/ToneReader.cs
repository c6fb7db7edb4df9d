using Lupaus.Language.Morphology;
using Lupaus.Language.Tone.Drafts;
using Lupaus.Language.Tone.Rules;

namespace Lupaus.Language.Tone;

/// <summary>
/// Marks in the draft of an answer what leaves a customer without help, blamed or puzzled. The rules:
/// <list type="bullet">
/// <item><c>unknown</c>: "en tiedä" with no promise to find out in the sentences around it.</item>
/// <item><c>no-way-on</c>: "emme voi auttaa" with neither a reason nor a way on.</item>
/// <item><c>no-contact</c>: the customer is sent elsewhere, and the draft has no number, address or link.</item>
/// <item><c>blame</c>: "unohditte", "kuten jo kerroin", "you should have".</item>
/// <item><c>hedging</c>: "ehkä", "pyrimme", "mahdollisimman pian".</item>
/// <item><c>officialese</c>, <c>noun-style</c>, <c>passive</c>, <c>long-sentence</c>: those measures of heavy text that were found frequent in legal Finnish and
/// rare in ordinary prose (Universal Dependencies TDT by genre, November 2026). Readability numbers such as LIX were not, and aren't used.</item>
/// <item><c>jargon</c>: the house's own list.</item>
/// </list>
/// Quoted lines (beginning with "&gt;"), text within quotation marks and the signature are left alone, and so is doubt in a sentence with a smile: humour is welcome. Without a dictionary the rules go by word forms, and Finnish
/// passives aren't seen. Any text will do, and takes time in proportion to its length; of a longer one the first 200,000 characters are read. Thread-safe.
/// </summary>
public sealed class ToneReader(Finnish finnish)
{
    private const int ReadAtMost = 200_000;

    private static readonly IToneRule[] rules =
    [
        new Unknown(), new NoWayOn(), new NoContact(), new Blame(), new BlamedForError(), new Hedging(), new Officialese(),
        new NounStyle(), new ActionNouns(), new LightVerbs(), new Passives(), new EnglishPassives(), new LongSentences(),
    ];

    /// <summary>In the order of the text; marks of one rule don't overlap.</summary>
    /// <param name="language">Of the draft; <see cref="TextLanguage.Unknown"/> is read as all three.</param>
    public IReadOnlyList<ToneMark> Read(string draft, TextLanguage language, ToneContext? context = null)
    {
        var read = new Draft(draft.Length > ReadAtMost ? draft[..ReadAtMost] : draft, language, finnish);
        var jests = new Jests(read);
        var marks = rules.SelectMany(rule => rule.In(read)).Concat(new Jargon(context?.Jargon ?? []).In(read)).Where(mark => !jests.Spare(mark));
        return Apart(marks.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length));
    }

    private static List<ToneMark> Apart(IEnumerable<ToneMark> marks)
    {
        var ends = new Dictionary<string, int>();
        var apart = new List<ToneMark>();
        foreach (var mark in marks)
        {
            if (ends.TryGetValue(mark.Rule, out var end) && mark.Span.Start < end)
                continue;
            ends[mark.Rule] = mark.Span.End;
            apart.Add(mark);
        }
        return apart;
    }
}
