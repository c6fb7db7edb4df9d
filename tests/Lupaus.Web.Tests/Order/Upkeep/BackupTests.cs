using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Order.Upkeep;
using Lupaus.Web.Tests.Ground;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Pages.Shell;
using Microsoft.Data.Sqlite;

namespace Lupaus.Web.Tests.Order.Upkeep;

public sealed class BackupTests(BackupTests.DemoBackup demo) : IClassFixture<BackupTests.DemoBackup>
{
    [Fact]
    public async Task The_demo_company_moves_from_SQLite_to_PostgreSQL_and_back_and_on_with_every_row()
    {
        await using var firstPostgres = await Postgres.Empty();
        await using var secondPostgres = await Postgres.Empty();
        using var first = new Terminal(firstPostgres.Connection);
        using var second = new Terminal(secondPostgres.Connection);
        using var sqlite = new Terminal();

        await Went(first.Run("restore", demo.File));
        await Went(first.Run("backup", demo.Beside("from-postgres")));
        await Went(second.Run("restore", demo.Beside("from-postgres")));
        await Went(sqlite.Run("restore", demo.Beside("from-postgres")));

        foreach (var there in new[] { firstPostgres.Connection, secondPostgres.Connection, sqlite.Settings.Connection })
            await IsTheDemo(there);
        foreach (var lupaus in new[] { first, second, sqlite })
            (await lupaus.Run("check")).Out.ShouldContain("Everything is as it must be.");
    }

    [Fact]
    public async Task The_demo_company_moves_from_SQLite_to_SQLite_with_every_row()
    {
        using var lupaus = new Terminal();

        var (exit, said, _) = await lupaus.Run("restore", demo.File);

        exit.ShouldBe(0);
        said.ShouldContain("Satama Palvelut Oy is here");
        await IsTheDemo(lupaus.Settings.Connection);
        Directory.EnumerateDirectories(lupaus.Settings.Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_is_for_our_eyes_alone_and_is_written_over_nothing()
    {
        using var lupaus = new Terminal();
        await lupaus.Run("migrate");
        var file = demo.Beside("mine");

        var first = await lupaus.Run("backup", file);
        var second = await lupaus.Run("backup", file);

        first.Exit.ShouldBe(0);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        second.Exit.ShouldBe(1);
        second.Error.ShouldContain("is there already");
        Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "mine.*.part*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_there_is_nothing_yet_there_is_nothing_to_back_up()
    {
        using var lupaus = new Terminal();

        var (exit, _, error) = await lupaus.Run("backup", demo.Beside("nothing"));

        exit.ShouldBe(1);
        error.ShouldContain("nothing to back up");
        File.Exists(demo.Beside("nothing")).ShouldBeFalse();
    }

    [Theory, InlineData("garbage", "is no backup of Lupaus"), InlineData("foreign", "is no backup of Lupaus"), InlineData("cut", "isn't whole"), InlineData("newer", "made by a newer Lupaus"), InlineData("absent", "no such file")]
    public async Task What_cannot_be_restored_is_refused_and_changes_nothing(string kind, string why)
    {
        using var lupaus = new Terminal();
        await lupaus.Run("migrate");
        var before = await Contents.Of(lupaus.Settings.Connection);

        var (exit, _, error) = await lupaus.Run("restore", await demo.Bad(kind));

        exit.ShouldBe(1);
        error.ShouldContain(why);
        await lupaus.Settings.Connection.ShouldHold(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_backup_with_what_must_never_be_is_refused_and_changes_nothing(string on)
    {
        await using var postgres = on == TestDatabase.PostgreSql ? await Postgres.Empty() : null;
        using var lupaus = new Terminal(postgres?.Connection);
        await lupaus.Run("restore", demo.File);

        var (exit, _, error) = await lupaus.Run("restore", await demo.Bad("broken"), "--replace");

        exit.ShouldBe(1);
        error.ShouldContain("what must never be, so nothing was changed");
        await IsTheDemo(lupaus.Settings.Connection);
        (await lupaus.Run("check")).Exit.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_company_that_is_here_is_replaced_only_when_told_so_and_is_backed_up_first(string on)
    {
        await using var house = await House.On(on);
        await house.Matter(house.Antti);
        var before = await Contents.Of(Connection(house));
        using var lupaus = new Terminal(house.Get<Settings>().Database, data: house.Get<Settings>().Data);

        var refused = await lupaus.Run("restore", demo.File);
        var replaced = await lupaus.Run("restore", demo.File, "--replace");

        refused.Exit.ShouldBe(1);
        refused.Error.ShouldContain("Satama Palvelut Oy is here already");
        replaced.Exit.ShouldBe(0);
        await IsTheDemo(Connection(house));
        var former = replaced.Out.Split('\n')[0].Replace("What was here before is in ", "").Trim();
        await $"Data Source={former}".ShouldHold(before);
    }

    [Theory, OnBothDatabases]
    public async Task While_people_write_a_backup_shows_one_moment(string on)
    {
        await using var house = await House.On(on);
        await Write(house, 5);
        var acknowledged = await house.Look(db => db.Tickets.Select(t => t.Reference).ToListAsync());

        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Write(house, 15))));
        await house.Get<TakeBackup>().Into(demo.Beside($"busy-{on}"), false, default);
        await writing;

        await using var sqlite = await House.Open(withCompany: false);
        await sqlite.Get<RestoreBackup>().From(demo.Beside($"busy-{on}"), false, default);
        acknowledged.ShouldBeSubsetOf(await sqlite.Look(db => db.Tickets.Select(t => t.Reference).ToListAsync()));
        (await sqlite.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(65);
    }

    [Theory, OnBothDatabases]
    public async Task A_running_server_goes_on_with_what_was_restored(string on)
    {
        await using var other = await House.Open();
        var page = (await other.Writes("Kuitti hukkui")).Page;
        await other.Changes.Make(async db => (await db.Companies.SingleAsync()).Describe("Toinen Oy", EmailAddress.Parse("apu@toinen.example"), null, Actor.Lupaus, other.Clock.Now()), default);
        await other.Get<TakeBackup>().Into(demo.Beside($"other-{on}"), false, default);
        await using var house = await House.On(on);
        var gone = (await house.Writes("Matka peruuntui")).Page;
        var forgetting = house.Get<Forgetting>();
        await forgetting.Look(default);
        (await house.Browser().GetAsync(gone)).EnsureSuccessStatusCode();

        await house.Get<RestoreBackup>().From(demo.Beside($"other-{on}"), true, default);
        await forgetting.Look(default);

        var browser = house.Browser();
        (await (await browser.GetAsync("/")).Content.ReadAsStringAsync()).ShouldContain("Toinen Oy");
        (await (await browser.GetAsync(page)).Content.ReadAsStringAsync()).ShouldContain("Kuitti hukkui");
        ((int)(await browser.GetAsync(gone)).StatusCode).ShouldBe(404);
        (await house.BrowserOf(other.Antti).GetAsync("/desk")).EnsureSuccessStatusCode();
        (await house.Matter(other.Antti, "Cecilia", "cecilia@example.fi")).IsOpen.ShouldBeTrue();
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    private static string Connection(House house) => house.Get<Settings>().Connection;

    private Task IsTheDemo(string connection) => connection.ShouldHold(demo.Rows);

    private static async Task Write(House house, int tickets)
    {
        for (var i = 0; i < tickets; i++)
            await house.Get<OpenTicket>().From(new NewMatter("Aino", EmailAddress.Parse("aino@example.fi"), null, $"Viesti {i}", LanguageCode.Fi, Channel.Form, Source.Of("test", Guid.NewGuid().ToString())), default);
    }

    private static async Task Went(Task<(int Exit, string Out, string Error)> run)
    {
        var (exit, _, error) = await run;
        error.ShouldBeEmpty();
        exit.ShouldBe(0);
    }

    /// <summary>The demo company, with a passkey, in a backup.</summary>
    public sealed class DemoBackup : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("lupaus-backup-").FullName;

        public string File => Beside("demo");

        public IReadOnlyList<string> Rows { get; private set; } = [];

        public string Beside(string name) => Path.Combine(folder, $"{name}.backup");

        public async ValueTask InitializeAsync()
        {
            using var lupaus = new Terminal();
            await lupaus.Run("demo");
            await Tell(lupaus.Settings.Connection, """INSERT INTO login_passkeys SELECT X'0102', id, '{"Name":"avain","SignCount":3,"IsBackedUp":false}' FROM logins LIMIT 1""");
            await Went(lupaus.Run("backup", File));
            Rows = await Contents.Of(lupaus.Settings.Connection);
        }

        public async Task<string> Bad(string kind)
        {
            var bad = Beside($"{kind}-{Guid.NewGuid():N}");
            switch (kind)
            {
                case "garbage":
                    await System.IO.File.WriteAllBytesAsync(bad, [.. Enumerable.Range(0, 9000).Select(i => (byte)(i * 31))]);
                    break;
                case "foreign":
                    await Tell($"Data Source={bad}", "CREATE TABLE recipes (name TEXT)");
                    break;
                case "cut":
                    var whole = await System.IO.File.ReadAllBytesAsync(File);
                    await System.IO.File.WriteAllBytesAsync(bad, whole[..(whole.Length * 2 / 3)]);
                    break;
                case "newer":
                    System.IO.File.Copy(File, bad);
                    await Tell($"Data Source={bad}", "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Moon', '99')");
                    break;
                case "broken":
                    System.IO.File.Copy(File, bad);
                    await Tell($"Data Source={bad}", "DROP TRIGGER promise_ends_stay; UPDATE promise_ends SET how = 'Withdrawn' WHERE how = 'Kept'");
                    break;
            }
            return bad;
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private static async Task Tell(string connection, string sql)
        {
            await using var database = new SqliteConnection($"{connection};Pooling=False");
            await database.OpenAsync();
            await new SqliteCommand(sql, database).ExecuteNonQueryAsync();
        }
    }
}
