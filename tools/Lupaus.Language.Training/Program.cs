// Trains and measures the model by which Lupaus.Language tells Finnish, Swedish and English apart, and the small one that helps its lists of words to tell moods.
//
//     dotnet run -c Release --project tools/Lupaus.Language.Training -- moods   samples/language src/Lupaus.Language/Moods/moods.model
//
// That prints first how each batch is told by a model that was trained without it (of lists of words there is nothing in it), and writes the same file each time.
//
//     tools/Lupaus.Language.Training/get-data.sh /tmp/language-data      fetches the texts (about 1 GB, most of it a game's pictures)
//     dotnet run -c Release --project tools/Lupaus.Language.Training -- train   /tmp/language-data src/Lupaus.Language/Detecting/languages.model
//     dotnet run -c Release --project tools/Lupaus.Language.Training -- measure /tmp/language-data
//
// Train writes the same file each time from the same texts. Measure wants a build made after it. Widelands and Dink Smallwood are never
// trained on: the running text of the measurement is theirs.

using System.Diagnostics;
using Lupaus.Language;
using Lupaus.Language.Training;

if (args[0] == "moods")
{
    var all = MoodText.ReadTrained(args[1]);
    foreach (var batch in all.GroupBy(text => (text.Language, text.Batch)))
    {
        var without = new MoodTraining(all.Where(text => text.Language == batch.Key.Language && text.Batch != batch.Key.Batch));
        Console.WriteLine($"{batch.Key.Language} {batch.Key.Batch}: {100.0 * batch.Count(text => without.Guess(text) == text.Mood) / batch.Count():F1} % of {batch.Count()}");
    }
    TextLanguage[] languages = [TextLanguage.Finnish, TextLanguage.Swedish, TextLanguage.English];
    File.WriteAllBytes(args[2], [.. languages.SelectMany(language => new MoodTraining(all.Where(text => text.Language == language)).ToFile())]);
    return;
}
var texts = Texts.Read(args[1], held: args[0] == "measure");
if (args[0] == "measure")
{
    Measuring.Print(texts);
    return;
}
var watch = Stopwatch.StartNew();
var training = new Training();
training.Run(new Spans(texts, Words.Read(args[1]), seed: 20261122), count: args.Length > 3 ? int.Parse(args[3]) : 5_000_000);
File.WriteAllBytes(args[2], training.ToFile());
Console.WriteLine($"trained in {watch.Elapsed.TotalSeconds:N0} s");
