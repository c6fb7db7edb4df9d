using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Lupaus.Bench;

/// <summary>One run: the machine's own limits first, then start-up, each scene, memory; at last the statements, counted from within.</summary>
internal sealed class Measurement(string program, TimeSpan length, TimeSpan warmUp, int? postgres)
{
    private static readonly Dictionary<string, int> Uncounted = [];

    public async Task Run()
    {
        var key = await Server.Say(program, "api-key", "create", $"bench {DateTime.UtcNow.Ticks}");
        await using var server = await Server.Start(program, "serve");
        var opened = await server.FirstPage();
        var scenes = await Scenes.Open(server.Address, key);

        await Measure(scenes, server, warmUp, report: false, Uncounted);
        var statements = await Statements.Of(key);
        Console.WriteLine("| scene | per s | p50 ms | p95 ms | CPU ms | statements | bytes | gzipped |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        await Measure(scenes, server, length, report: true, statements);
        await Piped();
        await Beside();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nstart to first page: {opened.TotalSeconds:0.00} s; memory: {server.Memory / 1024} MB\n"));
    }

    /// <summary>A mail server's pipe starts the whole program for each mail.</summary>
    private async Task Piped()
    {
        var (times, cpu, whole) = (new List<double>(), Server.CpuOfEnded(), Stopwatch.StartNew());
        do
        {
            var one = Stopwatch.GetTimestamp();
            await Server.Feed(program, "receive", Scenes.Mail(Scene.Next()));
            times.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
        }
        while (whole.Elapsed < length);
        var (sorted, spent) = (times.Order().ToArray(), (Server.CpuOfEnded() - cpu) / times.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| mail, 3 KB, by `lupaus receive` | {times.Count / whole.Elapsed.TotalSeconds:0.0} | {sorted[sorted.Length / 2]:0.0} | {sorted[(int)(sorted.Length * 0.95)]:0.0} | {spent:0.00} | | | |"));
    }

    /// <summary>What the machine and its databases can do at most, in the same minutes.</summary>
    private async Task Beside()
    {
        await using var bare = await Server.Start(Environment.ProcessPath!, "bare");
        using var http = new HttpClient { BaseAddress = bare.Address };
        Scene answer = new("bare minimal API", async _ => await http.GetByteArrayAsync("/"));
        await Measure([answer], bare, length / 4, report: false, Uncounted);
        await Measure([answer], bare, length / 2, report: true, Uncounted);
        foreach (var (name, perSecond) in Floor.Measure(length / 2))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {perSecond:0} | {1000 / perSecond:0.00} | | | | | |"));
    }

    private async Task Measure(IEnumerable<Scene> scenes, Server server, TimeSpan time, bool report, IReadOnlyDictionary<string, int> statements)
    {
        foreach (var scene in scenes)
        {
            var (cpu, whole) = (server.Cpu(postgres), Stopwatch.StartNew());
            var runs = await Task.WhenAll(Enumerable.Range(0, scene.Clients).Select(_ => Task.Run(() => Repeat(scene, time, whole))));
            var elapsed = whole.Elapsed;
            if (!report)
                continue;
            var times = runs.SelectMany(r => r.Times).Order().ToArray();
            var spent = (server.Cpu(postgres) - cpu) / times.Length;
            var (bytes, gzipped) = Size(runs[0].Last);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {scene.Name} | {times.Length / elapsed.TotalSeconds:0} | {times[times.Length / 2]:0.0} | {times[(int)(times.Length * 0.95)]:0.0} | {spent:0.00} | {(statements.TryGetValue(scene.Name, out var count) ? count : "")} | {bytes} | {gzipped} |"));
        }
    }

    private static async Task<(List<double> Times, byte[] Last)> Repeat(Scene scene, TimeSpan time, Stopwatch whole)
    {
        var times = new List<double>();
        byte[] last = [];
        do
        {
            var one = Stopwatch.GetTimestamp();
            last = await scene.Do(Scene.Next());
            times.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
        }
        while (whole.Elapsed < time);
        return (times, last);
    }

    private static (int Bytes, long Gzipped) Size(byte[] body)
    {
        using var gzipped = new MemoryStream();
        using (var gzip = new GZipStream(gzipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(body);
        return (body.Length, gzipped.Length);
    }
}
