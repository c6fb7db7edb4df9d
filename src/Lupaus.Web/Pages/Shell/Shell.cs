using System.CommandLine;
using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Pages.Shell;

/// <summary>What every verb has: the settings, somewhere to write to, and the rooms without the web server.</summary>
internal sealed class Shell(IConfiguration configuration, TextWriter output)
{
    public IConfiguration Configuration => configuration;

    public TextWriter Output => output;

    public Settings Settings => Settings.Read(configuration);

    public ServiceProvider OpenRooms() => new ServiceCollection()
        .AddLogging(Logs.WriteLittle)
        .AddRooms(Settings)
        .BuildServiceProvider();

    public async Task<int> Say(string words)
    {
        await output.WriteLineAsync(words);
        return CommandLine.Done;
    }

    public static Command Verb(string name, string does, string example) => new(name, $"{does}\n\nExample: {example}");
}
