using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lupaus.Language;
using Lupaus.Language.Deadlines;
using Lupaus.Storage.Sqlite;
using Lupaus.Web.Ground.Texts;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Search;
using Lupaus.Work.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lupaus.Web.Pages.Shell;

/// <summary>What Lupaus reads in texts, without any database: a text per line in, a JSON document per line out.</summary>
internal sealed class TextVerb(Shell shell, Stream? input)
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Words words = new();

    private HouseLanguage Language => field ??= new HouseLanguage(shell.Settings, NullLogger<HouseLanguage>.Instance);

    public Command Command() => new("text", "Reads Finnish, Swedish and English: a text per line of standard input, a JSON document per line of standard output.")
    {
        Verb("tokens", "The words as the search index keeps them: as they stand, their dictionary forms, what compounds are made of, stems.", "echo 'Missä junalippuni on?' | lupaus text tokens", Tokens),
        Verb("language", "The language: fi, sv, en or unknown, and how sure that is (natural logarithm of the odds against the next one).", "echo 'Hej, var är mitt paket?' | lupaus text language", LanguageOf),
        Verb("mood", "How the writer seems to feel: dissatisfied, neutral or satisfied, how strongly (-1 to 1), and the words it rests on.", "echo 'Olen odottanut jo kolme viikkoa!' | lupaus text mood", MoodOf),
        Verb("abuse", "How rough it is: none, swearing (at a thing), insult (of a person) or threat, and the words it rests on.", "echo 'Perkeleen sovellus.' | lupaus text abuse", AbuseIn),
        Verb("tone", "What in a draft may leave a customer without help, blamed or puzzled: the rule, the words, why, and what could stand instead.", "echo 'En tiedä. Mikäli ongelma jatkuu, ottakaa yhteyttä.' | lupaus text tone", ToneOf),
        Deadline(),
        Search(),
    };

    private Command Verb(string name, string description, string example, Func<string, object> read)
    {
        var verb = Shell.Verb(name, description, example);
        verb.SetAction((_, stop) => EachLine(read, stop));
        return verb;
    }

    private Command Deadline()
    {
        var now = new Option<string?>("--now") { Description = "The moment of writing (2026-11-22T12:00:00+02:00); this one when it isn't given." };
        var zone = new Option<string>("--zone") { Description = "The time zone of its writer (IANA).", DefaultValueFactory = _ => "Europe/Helsinki" };
        var verb = Shell.Verb("deadline", "The time by which the writer needs something: an instant, or a span with its end, and the words that say so.", "echo 'juna lähtee 10 min päästä' | lupaus text deadline");
        verb.Add(now);
        verb.Add(zone);
        verb.SetAction((given, stop) =>
        {
            var (at, where) = (Moment(given.GetValue(now)), Zone(given.GetValue(zone)!));
            return EachLine(text => Found(text, Deadlines.In(text, at, where)), stop);
        });
        return verb;
    }

    private Command Search()
    {
        var sentences = new Option<string>("--sentences") { Description = "A file of sentences, each line an id, a tab and the sentence.", Required = true };
        var verb = Shell.Verb("search", "Searches sentences as tickets are searched: a query per line of standard input, the ids of the matching sentences per line of standard output.", "lupaus text search --sentences sentences.tsv < queries.txt");
        verb.Add(sentences);
        verb.SetAction((given, stop) => Search(given.GetValue(sentences)!, stop));
        return verb;
    }

    private object Tokens(string text) => new WordsForSearch(Language).Tokens(text, null).Select(t => new { t.Surface, Lemmas = (string[])[t.Lemma, .. t.Others], t.Parts, Stem = t.Stems.Count > 0 ? t.Stems[0][1..] : null });

    private object LanguageOf(string text)
    {
        var detected = Language.Detector.Of(text);
        return new { Language = Code(detected.Language), detected.Margin, Second = detected.Second is { } second ? Code(second) : null };
    }

    private object MoodOf(string text)
    {
        var found = Language.MoodOf(text);
        return new { Mood = found.Mood.ToString().ToLowerInvariant(), found.Score, Evidence = found.Evidence.Select(e => new { Words = e.Words.Of(text), e.Words.Start, e.Words.Length, e.Weight, Why = e.Why.ToString().ToLowerInvariant() }) };
    }

    private object AbuseIn(string text)
    {
        var found = Language.AbuseIn(text);
        return new { Level = found.Level.ToString().ToLowerInvariant(), Evidence = found.Evidence.Select(e => new { Words = e.Words.Of(text), e.Words.Start, e.Words.Length, Level = e.Level.ToString().ToLowerInvariant() }) };
    }

    private object ToneOf(string text) => new
    {
        Marks = Language.Tone.Read(text, Language.Detector.Of(text).Language)
            .Select(m => new { m.Rule, m.Span.Start, m.Span.Length, Text = m.Span.Of(text), Why = words.In(LanguageCode.En)[m.Why], m.Instead }),
    };

    private static string Code(TextLanguage language) => HouseLanguage.Ours(language)?.Code() ?? "unknown";

    private static object Found(string text, FoundDeadline? found) => new { found?.At, found?.Until, Words = found?.Words.Of(text) };

    private async Task<int> Search(string file, CancellationToken stop)
    {
        if (!File.Exists(file))
            throw new AskedWrongly($"There is no file \"{file}\".");
        var words = new WordsForSearch(Language);
        using var index = new SentenceIndex();
        await foreach (var line in File.ReadLinesAsync(file, stop))
            if (line.Split('\t', 2) is [var id, var sentence])
                index.Add(id, words.Of(sentence, null));
        return await EachLine(query => string.Join(' ', index.Find(words.Sought(SearchText.Read(query)))), line => line, stop);
    }

    private Task<int> EachLine(Func<string, object> read, CancellationToken stop) => EachLine(read, found => JsonSerializer.Serialize(found, json), stop);

    private async Task<int> EachLine<T>(Func<string, T> read, Func<T, string> write, CancellationToken stop)
    {
        using var lines = new StreamReader(input ?? Console.OpenStandardInput());
        while (await lines.ReadLineAsync(stop) is { } line)
            await shell.Say(write(read(line)));
        return CommandLine.Done;
    }

    private static DateTimeOffset Moment(string? text) =>
        text is null ? DateTimeOffset.UtcNow :
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at :
        throw new AskedWrongly($"\"{text}\" is no moment; it looks like 2026-11-22T12:00:00+02:00.");

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new AskedWrongly($"There is no time zone \"{id}\".");
}
