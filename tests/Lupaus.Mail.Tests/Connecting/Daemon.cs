using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>A real server in a folder of its own, ended by its process id.</summary>
internal sealed class Daemon : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _name;
    private Process? _process;

    public Daemon(string name)
    {
        _name = name;
        // Short, since the paths of sockets must be.
        Folder = Directory.CreateTempSubdirectory("lupaus-mail-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Folder, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    public static bool IsRoot => Environment.UserName == "root";

    public string Folder { get; }

    public static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public static async Task Run(string program, params string[] arguments)
    {
        using var process = Begin(program, arguments);
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }

    /// <summary>What a program says.</summary>
    public static async Task<string> Ask(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return (await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience)).Trim();
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task Start(int port, string program, params string[] arguments)
    {
        try
        {
            _process = Begin(program, arguments);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"{program} is missing here: bin/setup {_name} fetches it.");
        }
        var since = Stopwatch.StartNew();
        while (!await Listens(port))
        {
            if (_process.HasExited || since.Elapsed > Patience)
                throw new InvalidOperationException($"{_name} doesn't listen. {(File.Exists(Path("log")) ? File.ReadAllText(Path("log")) : "")}");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Run("kill", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(5000));
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static Process Begin(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, UseShellExecute = false })!;

    private static async Task<bool> Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
