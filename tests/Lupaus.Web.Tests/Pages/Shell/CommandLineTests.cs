using System.Text.Json;
using Lupaus.Web.Pages.Shell;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Pages.Shell;

public sealed class CommandLineTests
{
    [Theory, InlineData("serve"), InlineData("demo"), InlineData("migrate"), InlineData("check"), InlineData("backup"), InlineData("restore"), InlineData("api-key"), InlineData("api-key create"), InlineData("api-key list"), InlineData("api-key revoke"), InlineData("mail parse"), InlineData("receive"), InlineData("simulate")]
    public async Task Every_verb_explains_itself_with_an_example(string verb)
    {
        using var lupaus = new Terminal();

        var (exit, said, _) = await lupaus.Run([.. verb.Split(' '), "--help"]);

        exit.ShouldBe(0);
        said.ShouldContain("Example: ");
        said.ShouldContain($"lupaus {verb}");
    }

    [Theory, InlineData("frobnicate"), InlineData("demo --tickets many"), InlineData("demo --tickets 0"), InlineData("api-key create"), InlineData("check now"), InlineData("backup"), InlineData("restore"), InlineData("mail"), InlineData("mail parse nowhere.eml"), InlineData("simulate --agents 0"), InlineData("simulate --days 1000"), InlineData("simulate --load 9"), InlineData("simulate --target 1"), InlineData("simulate --agents 3 --ill 3"), InlineData("simulate --short 0.9"), InlineData("simulate --policy vip")]
    public async Task What_is_asked_wrongly_is_said_plainly_and_ends_with_2(string args)
    {
        using var lupaus = new Terminal();

        var (exit, said, error) = await lupaus.Run(args.Split(' '));

        (exit, said).ShouldBe((2, ""));
        error.ShouldContain("lupaus --help");
    }

    [Fact]
    public async Task Weeks_are_simulated_by_each_policy_from_the_same_seed()
    {
        using var lupaus = new Terminal();

        var ours = await Simulated("lupaus");
        var first = await Simulated("fifo");

        (ours.GetProperty("policy").GetString(), first.GetProperty("policy").GetString()).ShouldBe(("lupaus", "fifo"));
        ours.GetProperty("matters").GetInt32().ShouldBe(first.GetProperty("matters").GetInt32());
        ours.GetProperty("shortDeadlinesMet").GetDouble().ShouldBeGreaterThan(first.GetProperty("shortDeadlinesMet").GetDouble());
        ours.GetProperty("overtakeBoundViolations").GetInt32().ShouldBe(0);
        foreach (var measure in new[] { "promisesKept", "meanWaitMinutes", "p99WaitMinutes", "maxWaitMinutes", "jain" })
            ours.GetProperty(measure).GetDouble().ShouldBeGreaterThan(0);

        async Task<JsonElement> Simulated(string policy)
        {
            var (exit, said, error) = await lupaus.Run("simulate", "--agents", "10", "--load", "0.95", "--days", "10", "--seed", "1", "--policy", policy);
            (exit, error).ShouldBe((0, ""));
            return JsonDocument.Parse(said).RootElement;
        }
    }

    [Fact]
    public async Task A_setting_that_cannot_be_meant_is_named()
    {
        using var error = new StringWriter();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Lupaus:PublicUrl", "satama")]).Build();

        var exit = await new CommandLine(TextWriter.Null, error, settings).Run(["migrate"]);

        exit.ShouldBe(2);
        error.ToString().ShouldContain("LUPAUS__PUBLICURL");
    }

    [Fact]
    public async Task A_key_is_shown_once_listed_without_its_secret_and_revoked()
    {
        using var lupaus = new Terminal();
        await lupaus.Run("migrate");

        var made = await lupaus.Run("api-key", "create", "webshop");
        var again = await lupaus.Run("api-key", "create", "webshop");
        var revoked = await lupaus.Run("api-key", "revoke", "webshop");
        var twice = await lupaus.Run("api-key", "revoke", "webshop");
        var list = await lupaus.Run("api-key", "list");

        made.Out.ShouldStartWith("lupaus_");
        (again.Exit, again.Error).ShouldBe((1, $"A key called webshop is in use already. Revoke it first, or choose another name.{Environment.NewLine}"));
        (revoked.Exit, twice.Exit).ShouldBe((0, 1));
        list.Out.ShouldContain("webshop");
        list.Out.ShouldContain("revoked");
        list.Out.ShouldNotContain(made.Out.Trim());
    }

    [Fact]
    public async Task Checking_a_database_of_another_version_says_what_to_do_first()
    {
        using var lupaus = new Terminal();

        var (exit, _, error) = await lupaus.Run("check");

        exit.ShouldBe(1);
        error.ShouldContain("lupaus migrate");
    }

    [Fact]
    public async Task Check_ends_with_1_when_something_is_as_it_must_never_be()
    {
        using var lupaus = new Terminal();
        await lupaus.Run("migrate");
        (await lupaus.Run("check")).Exit.ShouldBe(0);
        await using (var connection = new SqliteConnection(lupaus.Settings.Connection))
        {
            await connection.OpenAsync();
            await new SqliteCommand("DROP TRIGGER promise_ends_stay", connection).ExecuteNonQueryAsync();
        }

        var (exit, said, _) = await lupaus.Run("check");

        exit.ShouldBe(1);
        said.ShouldContain("promise_ends_stay");
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_in_one_line()
    {
        using var error = new StringWriter();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Lupaus:Database", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=1")]).Build();

        var exit = await new CommandLine(TextWriter.Null, error, settings).Run(["migrate"]);

        exit.ShouldBe(1);
        error.ToString().ShouldStartWith("The database says no: Failed to connect to 127.0.0.1:1 ");
        IsOneSentence(error.ToString());
    }

    [Fact]
    public async Task A_company_that_is_here_already_is_not_filled_over()
    {
        await using var house = await House.Open();
        using var error = new StringWriter();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Lupaus:Data", house.Get<Settings>().Data)]).Build();

        var exit = await new CommandLine(TextWriter.Null, error, settings).Run(["demo"]);

        exit.ShouldBe(1);
        error.ToString().ShouldContain("Satama Palvelut Oy");
        IsOneSentence(error.ToString());
    }

    [Theory, InlineData("demo"), InlineData("migrate"), InlineData("serve")]
    public async Task A_data_folder_that_cannot_be_written_to_is_told_in_one_sentence(string verb)
    {
        var inTheWay = Path.GetTempFileName();
        using var error = new StringWriter();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Lupaus:Data", Path.Combine(inTheWay, "data")), new("Lupaus:Urls", "http://127.0.0.1:0")]).Build();

        var exit = await new CommandLine(TextWriter.Null, error, settings).Run([verb]);

        File.Delete(inTheWay);
        exit.ShouldBe(1);
        error.ToString().ShouldContain("LUPAUS__DATA");
        IsOneSentence(error.ToString());
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told_in_one_sentence()
    {
        await using var there = await House.Open();
        using var lupaus = new Terminal(urls: there.Address.ToString());

        var (exit, _, error) = await lupaus.Run("serve");

        exit.ShouldBe(1);
        error.ShouldContain("address already in use");
        error.ShouldContain("LUPAUS__URLS");
        IsOneSentence(error);
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_a_setting_that_cannot_be_meant()
    {
        using var lupaus = new Terminal("Host=127.0.0.1;Nonsense=2");

        var (exit, _, error) = await lupaus.Run("migrate");

        exit.ShouldBe(2);
        error.ShouldStartWith("LUPAUS__DATABASE: ");
    }

    private static void IsOneSentence(string error)
    {
        error.Trim().Split('\n').Length.ShouldBe(1);
        error.ShouldNotContain("   at ");
        error.ShouldNotContain("Exception");
    }
}
