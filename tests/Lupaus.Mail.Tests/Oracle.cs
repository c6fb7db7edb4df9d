using System.Diagnostics;
using System.Text.Json;

namespace Lupaus.Mail.Tests;

/// <summary>Python's mail package in one process of its own; bin/setup python3 fetches it where it is missing.</summary>
internal sealed class Oracle : IDisposable
{
    private readonly Process _python = Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "oracle.py")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment = { ["PYTHONIOENCODING"] = "utf-8", ["PYTHONHASHSEED"] = "0" },
    })!;

    /// <summary>Messages written by Python, each with what was put in.</summary>
    public IEnumerable<(byte[] Raw, JsonElement Expected)> Make(int count)
    {
        _python.StandardInput.WriteLine($$"""{"make": {{count}}}""");
        _python.StandardInput.Flush();
        for (var i = 0; i < count; i++)
        {
            var made = Answer();
            yield return (made.GetProperty("raw").GetBytesFromBase64(), made.GetProperty("expected"));
        }
    }

    /// <summary>What Python reads in a message.</summary>
    public JsonElement Read(byte[] raw)
    {
        _python.StandardInput.WriteLine($$"""{"read": "{{Convert.ToBase64String(raw)}}"}""");
        _python.StandardInput.Flush();
        return Answer();
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit(5000);
        _python.Dispose();
    }

    private JsonElement Answer() =>
        JsonDocument.Parse(_python.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python ended before its answer.")).RootElement;
}
