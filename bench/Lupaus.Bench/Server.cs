using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lupaus.Bench;

/// <summary>A program that serves, as a process of its own, with what it costs the machine (proc(5)).</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private readonly Process process;
    private readonly long startedAt;

    private Server(Process process, long startedAt) => (this.process, this.startedAt) = (process, startedAt);

    public Uri Address { get; private set; } = null!;

    /// <summary>In KiB.</summary>
    public long Memory => long.Parse(Resident().Match(File.ReadAllText($"/proc/{process.Id}/status")).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>It says "… open at ADDRESS" once one can come in.</summary>
    public static async Task<Server> Start(string program, string verb)
    {
        var server = new Server(Process.Start(new ProcessStartInfo(program, verb) { RedirectStandardOutput = true })!, Stopwatch.GetTimestamp());
        while (await server.process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Greeting().Match(line) is not { Success: true } greeting)
                continue;
            server.Address = new Uri(greeting.Groups[1].Value);
            _ = server.process.StandardOutput.ReadToEndAsync(); // so that it never waits for us
            return server;
        }
        throw new InvalidOperationException($"{program} {verb} ended before it was open.");
    }

    /// <summary>From the start of the process until its first page is here.</summary>
    public async Task<TimeSpan> FirstPage()
    {
        await new Visitor(Address).Get("/");
        return Stopwatch.GetElapsedTime(startedAt);
    }

    /// <summary>Milliseconds so far, with those of PostgreSQL and its children.</summary>
    public double Cpu(int? postgres) => CpuOf(process.Id) + (postgres is { } parent
        ? CpuOf(parent) + File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(c => CpuOf(int.Parse(c, CultureInfo.InvariantCulture)))
        : 0);

    /// <summary>What a verb that ends by itself prints.</summary>
    public static async Task<string> Say(string program, params string[] args)
    {
        using var saying = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true })!;
        var said = await saying.StandardOutput.ReadToEndAsync();
        await saying.WaitForExitAsync();
        return saying.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException($"{program} {string.Join(' ', args)} ended with {saying.ExitCode}.");
    }

    /// <summary>Gives the verb these bytes, as a mail server's pipe does.</summary>
    public static async Task Feed(string program, string verb, byte[] input)
    {
        using var fed = Process.Start(new ProcessStartInfo(program, verb) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await fed.StandardInput.BaseStream.WriteAsync(input);
        fed.StandardInput.Close();
        await fed.StandardOutput.ReadToEndAsync();
        await fed.WaitForExitAsync();
        if (fed.ExitCode != 0)
            throw new InvalidOperationException($"{program} {verb} ended with {fed.ExitCode}.");
    }

    /// <summary>Milliseconds of all processes that this one started and that have ended.</summary>
    public static double CpuOfEnded() => Times("self", 13);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static double CpuOf(int pid)
    {
        try
        {
            return Times(pid.ToString(CultureInfo.InvariantCulture), 11);
        }
        catch (IOException)
        {
            return 0; // a child of PostgreSQL that has just ended
        }
    }

    // utime and stime, or from 13 on those of its children, in hundredths of a second; the name before them may hold spaces.
    private static double Times(string process, int first)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[first], CultureInfo.InvariantCulture) + long.Parse(fields[first + 1], CultureInfo.InvariantCulture)) * 10.0;
    }

    [GeneratedRegex(@"open at (http\S+)")]
    private static partial Regex Greeting();

    [GeneratedRegex(@"VmRSS:\s+(\d+)")]
    private static partial Regex Resident();
}
