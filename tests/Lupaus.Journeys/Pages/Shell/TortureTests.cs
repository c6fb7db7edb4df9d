using System.Globalization;
using Lupaus.Web.Tests.Ground;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>
/// Killed without warning at any moment, while many write: nothing that was acknowledged is lost, nothing is there twice.
/// bin/torture runs many rounds of it. The seed decides who writes what and when the end comes; the machine's own
/// pace does the rest.
/// </summary>
[Collection(nameof(ProcessTests))]
public sealed class TortureTests
{
    private static readonly int Rounds = Number("LUPAUS_TORTURE_ROUNDS") ?? 3;
    private static readonly int Seed = Number("LUPAUS_TORTURE_SEED") ?? Random.Shared.Next(1, 1_000_000);

    [Fact]
    public async Task On_SQLite_a_kill_at_any_moment_loses_nothing_and_doubles_nothing() => await Endures(null);

    [Fact]
    public async Task On_PostgreSQL_a_kill_at_any_moment_loses_nothing_and_doubles_nothing()
    {
        await using var postgres = await Postgres.Empty();
        await Endures(postgres.Connection);
    }

    private static async Task Endures(string? database)
    {
        await using var torture = await Torture.Prepare(database, Seed);
        for (var round = 1; round <= Rounds; round++)
        {
            await torture.Round();
            Say(string.Create(CultureInfo.InvariantCulture, $"{(database is null ? "SQLite" : "PostgreSQL")}, round {round} of {Rounds} (seed {Seed}): {torture.Tally}"));
        }
        await torture.LastRound();
        Say($"At the end: {torture.Tally}");
    }

    private static void Say(string words)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(words);
        if (Number("LUPAUS_TORTURE_ROUNDS") is not null)
            Console.Error.WriteLine(words);
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
