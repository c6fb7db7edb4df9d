using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>The program itself, started as a machine's keeper starts it: a process of its own on a folder of its own.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly Process process;
    private readonly string? folder;
    private readonly ConcurrentQueue<string> said = new();

    private Running(Process process, string? folder) => (this.process, this.folder) = (process, folder);

    public Uri Address { get; private set; } = null!;

    /// <summary>What it has written into its log that is its own fault.</summary>
    public IEnumerable<string> Faults => said.Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal));

    /// <summary>On a folder of its own, which goes when it is done with.</summary>
    public static async Task<Running> Start()
    {
        var folder = Directory.CreateTempSubdirectory("lupaus-").FullName;
        var running = new Running(Begin(folder, null), folder);
        return await running.Open();
    }

    /// <summary>On what is there already, and stays.</summary>
    public static Running StartOn(string folder, string? database) => new(Begin(folder, database), null);

    private static Process Begin(string folder, string? database)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "lupaus"), "serve")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["LUPAUS__DATA"] = folder;
        start.Environment["LUPAUS__DATABASE"] = database ?? "";
        start.Environment["LUPAUS__URLS"] = "http://127.0.0.1:0";
        start.Environment["LUPAUS__FORMSPERMINUTE"] = start.Environment["LUPAUS__APICALLSPERMINUTE"] = "1000000"; // all come from one address
        start.Environment.Remove("LUPAUS__PUBLICURL");
        return Process.Start(start)!;
    }

    /// <summary>Waits until one can come in.</summary>
    public async Task<Running> Open()
    {
        try
        {
            Address = await Greeting().WaitAsync(TimeSpan.FromMinutes(1));
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Without a word of warning, as when the power goes.</summary>
    public async Task IsKilled()
    {
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end as a service manager does. Answers the exit code and how long it took.</summary>
    public async Task<(int Exit, TimeSpan Took)> Ends()
    {
        var clock = Stopwatch.StartNew();
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>It says where it is open; until then nobody can come in. Read on after that, so that it never waits for us.</summary>
    private Task<Uri> Greeting()
    {
        const string Open = "Lupaus is open at ";
        var greeting = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Hears(string? line)
        {
            if (line is null)
                return;
            said.Enqueue(line);
            if (line.StartsWith(Open, StringComparison.Ordinal))
                greeting.TrySetResult(new Uri(line[Open.Length..]));
        }
        process.OutputDataReceived += (_, line) => Hears(line.Data);
        process.ErrorDataReceived += (_, line) => Hears(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => greeting.TrySetException(new InvalidOperationException($"It ended before it was open: {string.Join('\n', said)}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return greeting.Task;
    }
}
