using System.Diagnostics;
using Lupaus.Language;
using Lupaus.Language.Abuse;
using Lupaus.Language.Compounds;
using Lupaus.Language.Moods;
using Lupaus.Language.Morphology;
using Lupaus.Language.Tests.Morphology;
using Lupaus.Language.Words;

// Measures what reads Finnish and Swedish. DICTIONARY is a mor.vfst (for swedish a sv_FI.dic), FILE a running text.
//   Lupaus.Language.Bench speed DICTIONARY FILE: words per second of one core's time, with and without remembering
//   Lupaus.Language.Bench moods DICTIONARY FILE: lines per second whose mood and abuse are told, on one core
//   Lupaus.Language.Bench judge DICTIONARY FILE: how many moods are told right of a file like samples/language/moods.tsv, and which are not
//   Lupaus.Language.Bench agree DICTIONARY FILE: compares with libvoikko on each of the text's words, as it stands and capitalised; exit 1 if we lack what it has
//   Lupaus.Language.Bench swedish DICTIONARY FILE: time and memory of loading, words per second with and without remembering
switch (args)
{
    case ["speed", var dictionary, var file]:
        return Speed(dictionary, WordsOf(file));
    case ["moods", var dictionary, var file]:
        return Moods(Finnish.From(dictionary), File.ReadAllLines(file));
    case ["judge", var dictionary, var file]:
        return Judge(new MoodReader(Finnish.From(dictionary)), File.ReadLines(file));
    case ["agree", var dictionary, var file]:
        return Agree(Finnish.From(dictionary), WordsOf(file));
    case ["swedish", var dictionary, var file]:
        return SwedishSpeed(dictionary, WordsOf(file));
    default:
        Console.Error.WriteLine("usage: Lupaus.Language.Bench speed|moods|judge|agree|swedish DICTIONARY FILE");
        return 2;
}

static List<string> WordsOf(string file)
{
    var text = File.ReadAllText(file);
    var words = new List<string>();
    foreach (var word in new WordReader(text))
        words.Add(word.Of(text));
    return words;
}

static int Speed(string dictionary, List<string> words)
{
    var started = Stopwatch.GetTimestamp();
    var finnish = Finnish.From(dictionary);
    Console.WriteLine($"load {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
    for (var round = 0; round < 4; round++)
    {
        Time("each looked up", words, word => finnish.Look(word).Length);
        var fresh = Finnish.From(dictionary);
        Time("remembered, from an empty memory", words, word => fresh.Readings(word).Count);
    }
    return 0;
}

static int SwedishSpeed(string dictionary, List<string> words)
{
    var (memory, before) = (GC.GetTotalMemory(true), Process.GetCurrentProcess().TotalProcessorTime);
    var swedish = Swedish.From(dictionary);
    Console.WriteLine($"load {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds:F0} ms of CPU, {(GC.GetTotalMemory(true) - memory) / 1e6:F1} MB");
    for (var round = 0; round < 4; round++)
    {
        Time("each looked up", words, word => swedish.Look(word.ToLowerInvariant()).Length);
        var fresh = Swedish.From(dictionary);
        Time("remembered, from an empty memory", words, word => fresh.Readings(word).Count);
    }
    return 0;
}

static int Moods(Finnish finnish, string[] lines)
{
    var (moods, abuse) = (new MoodReader(finnish), new AbuseReader(finnish));
    for (var round = 0; round < 4; round++)
    {
        TimeLines("moods", lines, line => moods.Read(line, TextLanguage.Finnish).Evidence.Count);
        TimeLines("abuse", lines, line => abuse.Read(line, TextLanguage.Finnish).Evidence.Count);
    }
    return 0;
}

// A line is set, language, mood and text; a mood goes by its first letter.
static int Judge(MoodReader reader, IEnumerable<string> lines)
{
    var judged =
        from line in lines
        let row = line.Split('\t')
        where row is [_, "fi" or "sv" or "en", _, _]
        let language = row[1] switch { "fi" => TextLanguage.Finnish, "sv" => TextLanguage.Swedish, _ => TextLanguage.English }
        let found = reader.Read(row[3], language)
        select (Set: $"{row[1]} {row[0]}", Meant: row[2][0], Found: found, Read: char.ToLowerInvariant(found.Mood.ToString()[0]), Text: row[3]);
    foreach (var set in judged.GroupBy(j => j.Set))
    {
        var wrong = set.Where(j => j.Read != j.Meant).ToList();
        foreach (var (_, meant, found, read, text) in wrong)
            Console.WriteLine($"{meant} read as {read}: {text} [{string.Join("; ", found.Evidence.Select(e => $"{e.Words.Of(text)} {e.Weight:F1}"))}]");
        var confused = wrong.GroupBy(j => $"{j.Meant} as {j.Read}").Select(g => $"{g.Count()} {g.Key}");
        Console.WriteLine($"{set.Key}: {100.0 * (set.Count() - wrong.Count) / set.Count():F1} % of {set.Count()} right; {string.Join(", ", confused)}");
    }
    return 0;
}

static void TimeLines(string what, string[] lines, Func<string, int> read)
{
    var started = Stopwatch.GetTimestamp();
    var (count, found) = (0, 0);
    for (; Stopwatch.GetElapsedTime(started).TotalSeconds < 2; count += lines.Length)
        found += lines.Sum(read);
    Console.WriteLine($"{what}: {count / Stopwatch.GetElapsedTime(started).TotalSeconds:F0} lines/s, {(double)found / count:F2} findings a line");
}

static void Time(string what, List<string> words, Func<string, int> read)
{
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    var known = words.Count(w => read(w) > 0);
    var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    Console.WriteLine($"{what}: {words.Count / seconds:F0} words/s of CPU; {words.Count} words, {100.0 * known / words.Count:F1} % known");
}

static int Agree(Finnish finnish, List<string> words)
{
    using var voikko = new Libvoikko();
    int same = 0, more = 0, unknown = 0, lacking = 0;
    var distinct = words.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..])).Distinct().ToList();
    foreach (var word in distinct)
    {
        var theirs = voikko.Outputs(word);
        var ours = Outputs.Of(finnish, word);
        if (theirs.Count == 0 && ours.Count == 0)
            unknown++;
        else if (theirs.SetEquals(ours))
            same++;
        else if (theirs.IsSubsetOf(ours))
            more++;
        else
            Console.WriteLine($"{(++lacking, word).word}: {string.Join(' ', theirs.Except(ours))}");
    }
    Console.WriteLine($"{distinct.Count} words: {same} the same, {more} where libvoikko leaves some of ours out (by capital letters), {unknown} unknown to both, {lacking} where it has what we lack");
    return lacking == 0 ? 0 : 1;
}
