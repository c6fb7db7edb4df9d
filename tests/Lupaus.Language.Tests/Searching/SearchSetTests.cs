using Lupaus.Language.Searching;
using Lupaus.Language.Tests.Compounds;
using Lupaus.Language.Tests.Morphology;

namespace Lupaus.Language.Tests.Searching;

public sealed class SearchSetTests
{
    private static readonly SearchAnalyser Analyser = new(Dictionary.Finnish, SwedishDictionary.Swedish);

    [Theory]
    [InlineData("", TextLanguage.Finnish, "-")]
    [InlineData("", TextLanguage.Finnish, "held")]
    [InlineData("-sv", TextLanguage.Swedish, "-")]
    [InlineData("-sv", TextLanguage.Swedish, "held")]
    public void What_agents_look_for_is_found_and_little_else(string set, TextLanguage language, string part)
    {
        var sentences = Samples.Rows($"sentences{set}.tsv").Select(row => (Id: row["id"], Tokens: Analyser.Tokens(row["sentence"], language))).ToList();
        var scores = Samples.Rows($"queries{set}.tsv").Where(row => row["held"] == part).Select(row => Score(row["query"], row["ids"].Split(' '), sentences)).ToList();

        var (recall, precision) = (scores.Average(s => s.Recall), scores.Average(s => s.Precision));
        TestContext.Current.SendDiagnosticMessage($"{language} {part}: recall {recall:0.000}, precision {precision:0.000}");
        var wrong = string.Join('\n', scores.Where(s => s.Recall < 1 || s.Precision < 1).Select(s => s.Wrong));
        recall.ShouldBeGreaterThanOrEqualTo(0.97, wrong);
        precision.ShouldBeGreaterThanOrEqualTo(0.95, wrong);
    }

    private static (double Recall, double Precision, string Wrong) Score(string query, string[] wanted, List<(string Id, IReadOnlyList<SearchToken> Tokens)> sentences)
    {
        var found = sentences.Where(s => Finds(s.Tokens, query)).Select(s => s.Id).ToList();
        var right = found.Intersect(wanted).Count();
        return ((double)right / wanted.Length, found.Count == 0 ? 1 : (double)right / found.Count, $"{query}: not {string.Join(' ', wanted.Except(found))}; too {string.Join(' ', found.Except(wanted))}");
    }

    private static bool Finds(IReadOnlyList<SearchToken> tokens, string query)
    {
        var terms = Analyser.Terms(query.Trim('"'));
        if (!query.StartsWith('"'))
            return terms.All(term => tokens.Any(t => t.Is(term)));
        return Enumerable.Range(0, Math.Max(0, tokens.Count - terms.Count + 1)).Any(i => terms.Index().All(term => tokens[i + term.Index].Lemma == term.Item.Lemmas[0]));
    }
}
