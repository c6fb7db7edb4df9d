using System.Text.RegularExpressions;

namespace Lupaus.Tests.Core;

public class RefusalsAreMet
{
    [Fact]
    public void Every_refusal_of_the_core_is_met_by_a_test()
    {
        var met = string.Concat(SourcesIn("tests/Lupaus.Tests/Core"));

        var refusals = SourcesIn("src/Lupaus/Core").SelectMany(text => Regex.Matches(text, "Because\\((\"[a-z.]+\")\\)")).Select(match => match.Groups[1].Value);

        refusals.Distinct().ShouldNotBeEmpty();
        refusals.Distinct().Where(key => !met.Contains($"({key})", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> SourcesIn(string folder)
    {
        var home = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(home.FullName, "Lupaus.slnx")))
            home = home.Parent!;
        return Directory.EnumerateFiles(Path.Combine(home.FullName, folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
    }
}
