using Lupaus.Language.Detecting;

namespace Lupaus.Language.Training;

/// <summary>Draws stretches of one to ten words at random, in about the shares in which a help desk in Finland would meet them.</summary>
internal sealed class Spans
{
    private static readonly (Kind Kind, double Share, string[] Languages)[] Shares =
    [
        (Kind.Finnish, .28, ["fi"]),
        (Kind.Swedish, .28, ["sv"]),
        (Kind.English, .26, ["en"]),
        (Kind.Estonian, .03, ["et"]),
        (Kind.NorwegianOrDanish, .04, ["nb", "nn", "da"]),
        (Kind.GermanOrDutch, .03, ["de", "de", "nl"]),
        (Kind.OtherLatin, .05, ["fr", "es", "it", "pt", "pl", "cs", "hu", "lv", "lt", "tr", "ro"]),
        (Kind.Name, .03, ["names-fi", "names-fi", "names-sv", "names-sv", "names-en", "names-de", "names-da", "names-nb_NO", "names-fr"]),
    ];

    /// <summary>How people talk counts for more than how programs do.</summary>
    private static readonly string[] Talk = ["wesnoth-1.16-data", "freeciv-data", "mediawiki", "wordpress-l10n", "pidgin-data", "evolution-common"];

    private readonly Random random;
    private readonly Dictionary<string, string[]> words;
    private readonly Dictionary<string, (double Upto, Sentence[] Sentences)[]> sources;

    public Spans(List<Sentence> sentences, Dictionary<string, string[]> words, int seed)
    {
        random = new Random(seed);
        this.words = words;
        sources = sentences.GroupBy(sentence => sentence.Language).ToDictionary(language => language.Key, Weigh);
    }

    public (Kind Kind, string[] Words) Next()
    {
        var (kind, language) = NextLanguage();
        var span = words.ContainsKey("common-" + language) && random.NextDouble() < .03 ? NextOfList("common-" + language, 1, 0)
            : words.ContainsKey("rare-" + language) && random.NextDouble() < .1 ? NextOfList("rare-" + language, 1, 0)
            : kind == Kind.Name ? NextOfList(language, random.Next(1, 3), 0)
            : !sources.ContainsKey(language) || random.NextDouble() < .3 && words.ContainsKey(language) ? NextOfList(language, random.Next(1, 4), .85)
            : NextOfText(language);
        return (kind, random.NextDouble() < .1 ? [.. span.Select(WithoutDots)] : span);
    }

    private (Kind, string) NextLanguage()
    {
        var draw = random.NextDouble();
        foreach (var (kind, share, languages) in Shares)
            if ((draw -= share) < 0)
                return (kind, languages[random.Next(languages.Length)]);
        return (Kind.Finnish, "fi");
    }

    /// <summary>Frequent words more often, as Zipf says; an exponent of 0 makes all equal.</summary>
    private string[] NextOfList(string language, int count, double exponent)
    {
        var list = words[language];
        var picked = new string[count];
        for (var i = 0; i < count; i++)
        {
            var draw = random.NextDouble();
            var rank = exponent == 0 ? draw * list.Length : Math.Pow(draw * Math.Pow(list.Length, 1 - exponent), 1 / (1 - exponent));
            picked[i] = list[Math.Min(list.Length - 1, (int)rank)];
        }
        return picked;
    }

    private string[] NextOfText(string language)
    {
        var draw = random.NextDouble() * sources[language][^1].Upto;
        var sentences = sources[language].First(source => draw < source.Upto).Sentences;
        var all = sentences[random.Next(sentences.Length)].Words;
        var length = random.NextDouble() < .5 ? random.Next(1, 4) : random.Next(1, 11);
        var start = random.Next(Math.Max(1, all.Length - length + 1));
        return all[start..Math.Min(all.Length, start + length)];
    }

    private static (double, Sentence[])[] Weigh(IEnumerable<Sentence> language)
    {
        var upto = 0.0;
        return [.. language.GroupBy(sentence => sentence.Source).OrderBy(source => source.Key, StringComparer.Ordinal).Select(source =>
        {
            var sentences = source.ToArray();
            upto += Math.Sqrt(sentences.Sum(sentence => sentence.Words.Length)) * (Talk.Contains(source.Key) ? 5 : 1);
            return (upto, sentences);
        })];
    }

    private static string WithoutDots(string word) =>
        word.Replace('ä', 'a').Replace('ö', 'o').Replace('å', 'a').Replace('Ä', 'A').Replace('Ö', 'O').Replace('Å', 'A');
}
