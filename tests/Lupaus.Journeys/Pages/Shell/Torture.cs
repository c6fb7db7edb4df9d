using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Lupaus.Core.Outbox;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Order.Upkeep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>A company whose program is killed again and again while people write, and what has to hold after each time.</summary>
internal sealed partial class Torture : IAsyncDisposable
{
    private const int Writers = 2; // of each kind
    private const int MostSaid = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly string folder;
    private readonly string? database;
    private readonly ServiceProvider rooms;
    private readonly Random chance;
    private readonly Dictionary<string, DateTime> carried = [];
    private readonly List<Writer> writers = [];
    private readonly List<string> logged = [];
    private readonly Ground ground;
    private int stored;

    private Torture(string folder, string? database, ServiceProvider rooms, Ground ground, int seed)
    {
        (this.folder, this.database, this.rooms, this.ground, chance) = (folder, database, rooms, ground, new Random(seed));
        for (var i = 0; i < Writers; i++)
            writers.AddRange([new FormWriter(ground, $"form{i}"), new ApiWriter(ground, $"api{i}"), new ReplyWriter(ground, $"reply{i}"), new DeskWriter(ground, $"desk{i}")]);
    }

    public string Tally => string.Create(CultureInfo.InvariantCulture, $"{ground.Acknowledged.Count} acknowledged, {stored} stored, {writers.Count(w => w.IsInDoubt)} in doubt, {carried.Count} letters, {ground.Faults.Count} faults of ours; everything is as it must be")
        + string.Concat(logged.Distinct().Take(5).Select(line => $"\n{line}"));

    public static async Task<Torture> Prepare(string? database, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("lupaus-torture-").FullName;
        var settings = new Settings { Data = folder, Database = database };
        var rooms = Demo.Rooms(settings, new DemoClock(DateTimeOffset.UtcNow));
        await rooms.GetRequiredService<Schema>().Migrate(default);
        await rooms.GetRequiredService<DemoCompany>().Found(DemoPeople.Agents, DateTimeOffset.UtcNow.AddDays(-1).Whole(), default);
        return new Torture(folder, database, rooms, new Ground(await rooms.GetRequiredService<KeepApiKeys>().Make("torture", default)), seed);
    }

    /// <summary>
    /// Starts, is written to, is killed a moment after so many things were acknowledged, and is looked at. One time in ten the
    /// end comes before it is open.
    /// </summary>
    public async Task Round()
    {
        var (said, moment, tooEarly) = (chance.Next(1, MostSaid), Longest * Math.Pow(chance.NextDouble(), 4), chance.Next(10) == 0);
        await using var lupaus = Running.StartOn(folder, database);
        if (tooEarly)
        {
            await Task.Delay(Longest * chance.NextDouble());
            await lupaus.IsKilled();
        }
        else
        {
            await lupaus.Open();
            var writing = Task.WhenAll(writers.Select(w => w.Write(lupaus.Address)));
            await Task.WhenAny(writing, ground.Acknowledges(said));
            await Task.Delay(moment);
            await lupaus.IsKilled();
            await writing;
        }
        logged.AddRange(lupaus.Faults);
        await Holds();
    }

    /// <summary>Whatever was in doubt is said once more, and is then there exactly once, too.</summary>
    public async Task LastRound()
    {
        await using var lupaus = Running.StartOn(folder, database);
        await lupaus.Open();
        foreach (var writer in writers)
            await writer.SaysAgain(lupaus.Address);
        writers.ShouldAllBe(w => !w.IsInDoubt);
        (await lupaus.Ends()).Exit.ShouldBe(0);
        logged.AddRange(lupaus.Faults);
        await Holds();
        ground.Acknowledged.Count.ShouldBeGreaterThan(writers.Count);
    }

    private async Task Holds()
    {
        (await rooms.GetRequiredService<InvariantCheck>().Look(default)).ShouldBeEmpty();
        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync();
        var bodies = await db.Messages.Where(m => m.Body.Contains(Writer.Mark)).Select(m => m.Body).ToListAsync();
        // Held back for its undo time, or come back to its writer with the reason, it isn't lost either.
        bodies.AddRange(await db.HeldReplies.Select(h => h.Draft).ToListAsync());
        bodies.AddRange(await db.Unsent.Where(u => u.Reply != null).Select(u => u.Reply!).ToListAsync());
        var times = bodies.Select(b => Marks().Match(b).Value).Where(m => m.Length > 0).CountBy(m => m).ToDictionary();
        stored = times.Count;
        ground.Acknowledged.Keys.Where(mark => !times.ContainsKey(mark)).ShouldBeEmpty("acknowledged, and lost");
        times.Where(t => t.Value > 1).ShouldBeEmpty("there twice");
        await LettersWentOnce(db);
    }

    /// <summary>A letter's file bears its Message-ID: a second carrying would write it anew. One whose answer was lost may be carried again, and says so by its attempts.</summary>
    private async Task LettersWentOnce(LupausDb db)
    {
        var entries = await db.Outbox.AsNoTracking().Where(o => o.Way == Way.Mail).ToDictionaryAsync(o => o.InternetMessageId.Split('@')[0] + ".eml");
        var letters = Directory.Exists(Path.Combine(folder, "letters")) ? new DirectoryInfo(Path.Combine(folder, "letters")).GetFiles("*.eml") : [];
        letters.Where(l => !entries.ContainsKey(l.Name)).Select(l => l.Name).ShouldBeEmpty("letters of nobody's");
        letters.Where(l => entries[l.Name].State is Dispatch.Waiting).Select(l => l.Name).ShouldBeEmpty("letters that were sent and would be again");
        entries.Where(e => e.Value.State == Dispatch.Sent).Select(e => e.Key).Except(letters.Select(l => l.Name)).ShouldBeEmpty("sent, and not there");
        foreach (var letter in letters.Where(l => entries[l.Name] is { State: Dispatch.Sent, Attempts: 1 }))
        {
            if (carried.TryGetValue(letter.Name, out var at))
                letter.LastWriteTimeUtc.ShouldBe(at, $"{letter.Name} was sent twice");
            carried[letter.Name] = letter.LastWriteTimeUtc;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await rooms.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(Writer.Mark + "-[a-z0-9]+-[0-9]+")]
    private static partial Regex Marks();
}

/// <summary>What the writers share: the key, what was acknowledged, and the tickets one may reply to.</summary>
internal sealed class Ground(string apiKey)
{
    private readonly Lock turn = new();
    private (int Left, TaskCompletionSource Reached)? waiting;

    public string ApiKey => apiKey;

    public ConcurrentDictionary<string, bool> Acknowledged { get; } = new();

    public ConcurrentQueue<string> Tickets { get; } = new();

    /// <summary>Answers that said that something went wrong on our side.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public void Acknowledge(string mark)
    {
        Acknowledged[mark] = true;
        lock (turn)
        {
            if (waiting is not { } wait)
                return;
            waiting = (wait.Left - 1, wait.Reached);
            if (wait.Left <= 1)
                wait.Reached.TrySetResult();
        }
    }

    /// <summary>Until so many more are acknowledged.</summary>
    public Task Acknowledges(int more)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (turn)
            waiting = (more, reached);
        return reached.Task;
    }

    public string? SomeTicket(int number) => Tickets.ToArray() is { Length: > 0 } all ? all[number % all.Length] : null;
}
