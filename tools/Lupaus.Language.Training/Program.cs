// Trains and measures the model by which Lupaus.Language tells Finnish, Swedish and English apart.
//
//     tools/Lupaus.Language.Training/get-data.sh /tmp/language-data      fetches the texts (about 1 GB, most of it a game's pictures)
//     dotnet run -c Release --project tools/Lupaus.Language.Training -- train   /tmp/language-data src/Lupaus.Language/Detecting/languages.model
//     dotnet run -c Release --project tools/Lupaus.Language.Training -- measure /tmp/language-data
//
// Train writes the same file each time from the same texts. Measure wants a build made after it. Widelands and Dink Smallwood are never
// trained on: the running text of the measurement is theirs.

using System.Diagnostics;
using Lupaus.Language.Training;

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
