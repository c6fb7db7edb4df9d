using System.Diagnostics;
using Lupaus.Language.Detecting;

namespace Lupaus.Language.Training;

/// <summary>How often the detector is right about running text that it was not trained on.</summary>
internal static class Measuring
{
    private const int SpansOfEach = 2_000;
    private static readonly (string Code, TextLanguage Language)[] Languages = [("fi", TextLanguage.Finnish), ("sv", TextLanguage.Swedish), ("en", TextLanguage.English)];
    private static readonly string[] Others = ["et", "nb", "nn", "da", "de", "nl", "fr", "es", "it", "pl", "hu"];

    public static void Print(List<Sentence> texts)
    {
        Console.WriteLine("words     fi     sv     en    all   unknown");
        foreach (var length in (int[])[1, 2, 3, 5, 10])
        {
            var right = Languages.Select(language => Draw(texts, language.Code, length).Select(span => LanguageDetector.Shared.Of(span).Language)).Select(found => found.ToArray()).ToArray();
            var shares = Languages.Select((language, i) => right[i].Count(found => found == language.Language) * 100.0 / SpansOfEach).ToArray();
            var unknown = right.Sum(found => found.Count(one => one == TextLanguage.Unknown)) * 100.0 / (3 * SpansOfEach);
            Console.WriteLine($"{length,5}  {shares[0],5:N1}  {shares[1],5:N1}  {shares[2],5:N1}  {shares.Average(),5:N1}   {unknown,5:N1}");
        }
        Console.WriteLine("\nother languages told to be unknown, of spans of 1, 3, 5 and 10 words");
        foreach (var other in Others)
            Console.WriteLine($"{other}  " + string.Join("  ", ((int[])[1, 3, 5, 10]).Select(length =>
                $"{Draw(texts, other, length).Select(span => LanguageDetector.Shared.Of(span).Language == TextLanguage.Unknown ? 100.0 : 0).DefaultIfEmpty().Average(),5:N1}")));
        PrintSpeed(texts);
        PrintWrong(texts);
    }

    private static void PrintWrong(List<Sentence> texts)
    {
        foreach (var (code, language) in Languages)
            Console.WriteLine($"\n{code}, wrong of one word: " + string.Join(' ', Draw(texts, code, 1)
                .Where(span => LanguageDetector.Shared.Of(span).Language != language).CountBy(w => w).OrderByDescending(w => w.Value).Take(60).Select(w => w.Key + "/" + LanguageDetector.Shared.Of(w.Key).Language.ToString()[..1])));
    }

    private static void PrintSpeed(List<Sentence> texts)
    {
        var messages = Languages.SelectMany(language => Draw(texts, language.Code, 5)).ToArray();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10; i++)
            foreach (var message in messages)
                LanguageDetector.Shared.Of(message);
        Console.WriteLine($"\n{messages.Length * 10 / watch.Elapsed.TotalSeconds:N0} messages of five words a second on one core");
    }

    /// <summary>Spans with at least one word that is no name: that begins with a small letter, and has two at least.</summary>
    private static IEnumerable<string> Draw(List<Sentence> texts, string language, int length)
    {
        var random = new Random(length);
        var sentences = texts.Where(sentence => sentence.Language == language && sentence.Words.Length >= Math.Max(3, length)).ToArray();
        for (var drawn = 0; drawn < SpansOfEach && sentences.Length > 0;)
        {
            var words = sentences[random.Next(sentences.Length)].Words;
            var start = random.Next(words.Length - length + 1);
            var span = words[start..(start + length)];
            if (!span.Any(word => word.Length > 1 && char.IsLower(word[0])))
                continue;
            drawn++;
            yield return string.Join(' ', span);
        }
    }
}
