using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

// Measures a running Lupaus from outside, as a browser would meet it:
//   Lupaus.Bench ADDRESS SERVER-PID E-MAIL PASSWORD [SECONDS] [WARM-UP SECONDS] [PID OF POSTGRESQL]
// One line a scene: requests a second, p50 and p95 in ms, CPU ms of the server (with PostgreSQL's processes, where given), bytes.
if (args.Length < 4)
{
    Console.Error.WriteLine("usage: Lupaus.Bench ADDRESS SERVER-PID E-MAIL PASSWORD [SECONDS] [WARM-UP SECONDS] [PID OF POSTGRESQL]");
    return 2;
}
var address = new Uri(args[0]);
var server = int.Parse(args[1], CultureInfo.InvariantCulture);
var postgres = args.Length > 6 ? int.Parse(args[6], CultureInfo.InvariantCulture) : (int?)null;
var seconds = args.Length > 4 ? double.Parse(args[4], CultureInfo.InvariantCulture) : 8;
var warmUp = args.Length > 5 ? double.Parse(args[5], CultureInfo.InvariantCulture) : 15;

var agent = new Visitor(address);
await agent.SignIn(args[2], args[3]);
var desk = await agent.Get("/desk");
var ticket = Regex.Match(desk, "href=\"(/desk/[0-9A-HJKMNP-TV-Z]{7})\"").Groups[1].Value;
var visitor = new Visitor(address);
var customerPage = await visitor.WriteToUs(0);

var scenes = new (string Name, Func<int, Task<int>> Do)[]
{
    ("front page", async _ => (await visitor.Get("/")).Length),
    ("form post", async n => (await visitor.WriteToUs(n + 1)).Length),
    ("customer page", async _ => (await visitor.Get(customerPage)).Length),
    ("desk, 50 rows", async _ => (await agent.Get("/desk")).Length),
    ("ticket page", async _ => (await agent.Get(ticket)).Length),
};

await Run(scenes, warmUp, report: false);
Console.WriteLine("| scene | per s | p50 ms | p95 ms | CPU ms | bytes |");
Console.WriteLine("|---|---|---|---|---|---|");
await Run(scenes, seconds, report: true);
Console.WriteLine($"memory: {Memory(server) / 1024} MB");
return 0;

async Task Run(IEnumerable<(string Name, Func<int, Task<int>> Do)> all, double length, bool report)
{
    var number = Environment.TickCount;
    foreach (var (name, act) in all)
    {
        var times = new List<double>();
        var bytes = 0L;
        var cpu = Cpu(server, postgres);
        var whole = Stopwatch.StartNew();
        while (whole.Elapsed.TotalSeconds < length)
        {
            var one = Stopwatch.GetTimestamp();
            bytes += await act(number++);
            times.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
        }
        if (!report)
            continue;
        times.Sort();
        var spent = (Cpu(server, postgres) - cpu) / times.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {times.Count / whole.Elapsed.TotalSeconds:0} | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.95)]:0.0} | {spent:0.00} | {bytes / times.Count} |"));
    }
}

static double Cpu(int server, int? postgres) => CpuOf(server) + (postgres is { } parent
    ? CpuOf(parent) + File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(c => CpuOf(int.Parse(c, CultureInfo.InvariantCulture)))
    : 0);

// utime and stime of proc(5), in hundredths of a second.
static double CpuOf(int pid)
{
    var stat = File.ReadAllText($"/proc/{pid}/stat");
    var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * 10.0;
}

static long Memory(int pid) =>
    long.Parse(Regex.Match(File.ReadAllText($"/proc/{pid}/status"), @"VmRSS:\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

/// <summary>A browser without scripts: keeps cookies and fills forms.</summary>
internal sealed class Visitor(Uri address)
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
    private string? form;

    public async Task<string> Get(string path)
    {
        using var answer = await client.GetAsync(path);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task SignIn(string email, string password)
    {
        var token = Token(await Get("/sign-in"));
        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["email"] = email, ["password"] = password }));
        if (answer.Headers.Location is null)
            throw new InvalidOperationException($"signing in answered {(int)answer.StatusCode}");
    }

    /// <summary>Sends the front page's form; answers the address of the customer's page.</summary>
    public async Task<string> WriteToUs(int number)
    {
        form ??= Token(await Get("/"));
        using var answer = await client.PostAsync("/", new MultipartFormDataContent
        {
            { new StringContent(form), "__RequestVerificationToken" },
            { new StringContent($"bench-{Environment.ProcessId}-{number}"), "nonce" },
            { new StringContent("Maria Mittari"), "name" },
            { new StringContent($"maria{number % 5000}@example.fi"), "reach" },
            { new StringContent(string.Concat(Enumerable.Repeat("Ostin viime viikolla lipun, mutta automaatti ei anna sitä. ", 50))), "message" },
        });
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"the form answered {(int)answer.StatusCode}");
    }

    private static string Token(string page) =>
        Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
}
