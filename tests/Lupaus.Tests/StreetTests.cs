using System.Text.RegularExpressions;

namespace Lupaus.Tests;

public sealed partial class StreetTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void A_room_uses_only_rooms_before_it_on_the_street()
    {
        var street = Street();

        var backward =
            from file in SourceFiles()
            let here = RoomOf(file)
            where here is not null
            from used in RoomsUsedIn(file)
            where street.IndexOf(used) > street.IndexOf(here)
            select $"{Path.GetRelativePath(Root, file)}: {here} uses {used}";

        backward.ShouldBeEmpty();
    }

    [Fact]
    public void Every_room_stands_on_the_map()
    {
        var street = Street();

        var unknown = SourceFiles().Select(RoomOf).OfType<string>().Distinct().Where(room => !street.Contains(room));

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void The_map_names_the_rooms_in_street_order()
    {
        var street = Street();

        street.IndexOf("Foundations").ShouldBeLessThan(street.IndexOf("Tickets"));
        street.IndexOf("Tickets").ShouldBeLessThan(street.IndexOf("Desk"));
        street.Count.ShouldBeGreaterThan(30);
    }

    private static List<string> Street() =>
        [.. StreetLine().Matches(File.ReadAllText(Path.Combine(Root, "docs", "map.md")))
            .SelectMany(line => line.Groups[1].Value.Split('·', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "Migrations"));

    /// <summary>Its project's folder, its district's, its own; Looks stands in no district. What knows nothing of tickets is not on the street.</summary>
    private static string? RoomOf(string file)
    {
        var parts = Path.GetRelativePath(Path.Combine(Root, "src"), file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 2 && parts[1] == "Looks" ? "Looks"
            : parts.Length > 3 && parts[0] is not ("Lupaus.Language" or "Lupaus.Mail") && parts[1] is not ("Sqlite" or "Postgres" or "wwwroot" or "Properties") ? parts[2]
            : null;
    }

    private static IEnumerable<string> RoomsUsedIn(string file) =>
        UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).Where(room => room != RoomOf(file));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lupaus.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run from within the repository.");
        return folder;
    }

    [GeneratedRegex(@"^    (?:Looks|Ground|Core|Doors|Work|Care|Order|Pages) +(.+)$", RegexOptions.Multiline)]
    private static partial Regex StreetLine();

    [GeneratedRegex(@"^@?using (?:static )?(?:\w+ = )?Lupaus\.(?:(?:Web|Storage)\.)?(?:Looks|(?:Ground|Core|Doors|Work|Care|Order|Pages)\.(\w+))", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
