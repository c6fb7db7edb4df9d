using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lupaus.Bench;

/// <summary>A browser without scripts: keeps cookies and fills forms.</summary>
internal sealed partial class Visitor(Uri address)
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public async Task<byte[]> Get(string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsByteArrayAsync() : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    }

    /// <summary>The antiforgery token of the forms on this page.</summary>
    public async Task<string> TokenOf(string path) => Token().Match(Encoding.UTF8.GetString(await Get(path))).Groups[1].Value;

    public async Task SignIn(string email, string password) =>
        await Post("/sign-in", [("__RequestVerificationToken", await TokenOf("/sign-in")), ("email", email), ("password", password)]);

    /// <summary>Sends a form; answers where it leads. One that doesn't lead on was refused.</summary>
    public async Task<string> Post(string path, (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        using var answer = await client.PostAsync(path, form);
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
