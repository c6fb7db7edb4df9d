using Lupaus.Language.Compounds;

namespace Lupaus.Language.Tests.Compounds;

/// <summary>The dictionary as set-up has put it beside the program.</summary>
internal static class SwedishDictionary
{
    public static Swedish Swedish { get; } = Swedish.From(SwedishFile.Find(null) ?? throw new InvalidOperationException("bin/setup hunspell-sv has not been run."));
}
