using System.Collections.Concurrent;
using Lupaus.Language;
using Lupaus.Language.Abuse;
using Lupaus.Language.Compounds;
using Lupaus.Language.Detecting;
using Lupaus.Language.Moods;
using Lupaus.Language.Morphology;
using Lupaus.Language.Searching;
using Lupaus.Language.Tone;

namespace Lupaus.Web.Ground.Texts;

/// <summary>What this process reads text with. The dictionaries are read when they are first needed, and lie in memory once.</summary>
public sealed class HouseLanguage(Settings settings, ILogger<HouseLanguage> log)
{
    // Several apps in one process, as in tests, share them.
    private static readonly ConcurrentDictionary<(string File, DateTime Written), (Finnish Finnish, string Version)> FinnishRead = new();
    private static readonly ConcurrentDictionary<(string File, DateTime Written), Swedish> SwedishRead = new();

    private readonly Lazy<(Finnish Finnish, string Version)> dictionary = new(() => Read(settings, log));
    private readonly Lazy<Swedish> swedish = new(() => ReadSwedish(settings, log));

    public Finnish Finnish => dictionary.Value.Finnish;

    public SearchAnalyser Searching => field ??= new SearchAnalyser(Finnish, swedish.Value);

    /// <summary>What an index is made by: our own reading's number and the dictionaries'. Another one, and it is made anew.</summary>
    public string MadeBy => field ??= $"{SearchAnalyser.Version}/{dictionary.Value.Version}/{swedish.Value.Version}";

    public LanguageDetector Detector => field ??= new LanguageDetector(word => Finnish.Readings(word).Count > 0);

    /// <summary>The language that words are in; null where they don't tell.</summary>
    public LanguageCode? LanguageOf(string text) => Ours(Detector.Of(text).Language);

    public static LanguageCode? Ours(TextLanguage language) => language switch
    {
        TextLanguage.Finnish => LanguageCode.Fi,
        TextLanguage.Swedish => LanguageCode.Sv,
        TextLanguage.English => LanguageCode.En,
        _ => null,
    };

    public MoodFound MoodOf(string text) => Moods.Read(text, Detector.Of(text).Language);

    public AbuseFound AbuseIn(string text) => Abuses.Read(text, Detector.Of(text).Language);

    public ToneReader Tone => field ??= new ToneReader(Finnish);

    public OpenQuestions Questions => field ??= new OpenQuestions(Finnish);

    public static TextLanguage Read(LanguageCode? language) => language switch
    {
        LanguageCode.Fi => TextLanguage.Finnish,
        LanguageCode.Sv => TextLanguage.Swedish,
        LanguageCode.En => TextLanguage.English,
        _ => TextLanguage.Unknown,
    };

    private MoodReader Moods => field ??= new MoodReader(Finnish);

    private AbuseReader Abuses => field ??= new AbuseReader(Finnish);

    private static (Finnish, string) Read(Settings settings, ILogger log)
    {
        var file = DictionaryFile.Find(settings.Dictionary);
        if (file is null)
        {
            log.LogWarning("There is no dictionary of Finnish, so Finnish words are searched by their stems. Where it can be had: README, Finnish and Swedish.");
            return (Finnish.WithoutDictionary, "none");
        }
        try
        {
            return FinnishRead.GetOrAdd((file, File.GetLastWriteTimeUtc(file)), _ => (Finnish.From(file), DictionaryFile.VersionOf(file)));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "The dictionary of Finnish at {File} can't be read, so Finnish words are searched by their stems.", file);
            return (Finnish.WithoutDictionary, "none");
        }
    }

    private static Swedish ReadSwedish(Settings settings, ILogger log)
    {
        var file = SwedishFile.Find(settings.Dictionary);
        if (file is null)
        {
            log.LogWarning("There is no dictionary of Swedish, so Swedish words are searched by their stems. Where it can be had: README, Finnish and Swedish.");
            return Swedish.WithoutDictionary;
        }
        try
        {
            return SwedishRead.GetOrAdd((file, File.GetLastWriteTimeUtc(file)), _ => Swedish.From(file));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            log.LogError(e, "The dictionary of Swedish at {File} can't be read, so Swedish words are searched by their stems.", file);
            return Swedish.WithoutDictionary;
        }
    }
}
