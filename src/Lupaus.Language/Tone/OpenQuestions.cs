using Lupaus.Language.Morphology;
using Lupaus.Language.Searching;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone;

/// <summary>
/// The customer's questions, and whether a draft touches each. A sentence is a question by its mark; without one by a Finnish -ko or -kö among its first three words,
/// or a question word or turned order at its beginning ("kan ni", "could you"). One is touched when a word of it that carries meaning, or a part of a
/// compound, is in the draft; or when it is the only one, asks when or how much, and the draft gives a time or a sum. Thread-safe; any text will do.
/// </summary>
public sealed class OpenQuestions(Finnish finnish)
{
    private const int ReadAtMost = 200_000;

    private readonly SearchAnalyser analyser = new(finnish);

    /// <summary>In the order of the message, without quoted lines.</summary>
    public IReadOnlyList<OpenQuestion> In(string customersMessage, string draft, TextLanguage language)
    {
        var message = new Draft(Cut(customersMessage), language, finnish);
        var turned = QuestionSigns.TurnedIn(message);
        var asked = message.Sentences.Select(sentence => (sentence.Span, Kind: QuestionSigns.Kind(message, sentence, turned))).Where(one => one.Kind != AskedBy.Nothing).ToList();
        if (asked.Count == 0)
            return [];
        var answer = new Draft(Cut(draft), language, finnish).Text;
        var meant = Meanings(answer, language).ToHashSet();
        return [.. asked.Select(one => new OpenQuestion(one.Span, IsTouched(one.Span.Of(message.Text)), one.Kind == AskedBy.Mark))];

        bool IsTouched(string question) =>
            Meanings(question, language).Any(meant.Contains) || (asked.Count == 1 && AnswerSigns.Answers(question, answer));
    }

    private static string Cut(string text) => text.Length > ReadAtMost ? text[..ReadAtMost] : text;

    private IEnumerable<string> Meanings(string text, TextLanguage language) =>
        analyser.Tokens(text, language).Where(token => !EmptyWords.Has(token)).SelectMany(token => token.Others.Concat(token.Parts).Concat(token.Stems).Append(token.Lemma).Where(word => word.Length > 2 && !EmptyWords.Has(word)));
}
