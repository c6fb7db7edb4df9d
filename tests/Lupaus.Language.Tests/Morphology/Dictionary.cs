using Lupaus.Language.Morphology;

namespace Lupaus.Language.Tests.Morphology;

/// <summary>The dictionary as set-up has put it beside the program.</summary>
internal static class Dictionary
{
    public static Finnish Finnish { get; } = Lupaus.Language.Morphology.Finnish.From(DictionaryFile.Find(null) ?? throw new InvalidOperationException("bin/setup voikko-fi has not been run."));
}
