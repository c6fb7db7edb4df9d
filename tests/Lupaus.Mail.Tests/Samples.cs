using System.Text.Json;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Tests;

/// <summary>The strange messages of samples/mail, each beside what should come of it.</summary>
internal static class Samples
{
    public static readonly string Folder = Path.Combine(FindRoot(), "samples", "mail");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".eml"));

    public static MailMessage Read(string name) => MailReader.Read(Bytes(name));

    public static JsonElement Expected(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json"))).RootElement;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lupaus.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run from within the repository.");
        return folder;
    }
}
