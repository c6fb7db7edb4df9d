using Lupaus.Web.Pages.Shell;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>The program as one calls it from a shell, on a folder of its own.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lupaus-").FullName;
    private readonly string? database;
    private readonly string? data;

    private readonly string urls;

    public Terminal(string? database = null, string urls = "http://127.0.0.1:0", string? data = null) => (this.database, this.urls, this.data) = (database, urls, data);

    public Task<(int Exit, string Out, string Error)> Run(params string[] args) => Hears([], args);

    /// <summary>The same with this on standard input.</summary>
    public async Task<(int Exit, string Out, string Error)> Hears(byte[] input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await new CommandLine(output, error, Configuration, new MemoryStream(input)).Run(args);
        return (exit, output.ToString(), error.ToString());
    }

    public IConfiguration Configuration => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Lupaus:Data"] = data ?? folder,
        ["Lupaus:Database"] = database,
        ["Lupaus:Urls"] = urls,
        ["Lupaus:PublicUrl"] = "https://satama.example",
    }).Build();

    public Settings Settings => Settings.Read(Configuration);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
