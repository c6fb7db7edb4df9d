using System.Net;
using System.Text.RegularExpressions;

namespace Lupaus.Web.Tests;

/// <summary>
/// A person with a browser and no JavaScript: opens pages, fills in the forms that stand on them, and follows where
/// they lead.
/// </summary>
public sealed partial class Guest(HttpClient browser)
{
    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "/";

    public string Html { get; private set; } = "";

    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>What one reads on the page, in one line.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(WithoutHead().Replace(Html, " "), " ")), " ").Trim();

    /// <summary>The customer's own page, without what was said last.</summary>
    public string Page => Path.Split('?', '#')[0];

    public async Task Opens(string path) => await Follow(await browser.GetAsync(path), path);

    /// <summary>Sends the form of the page in front of them that goes to this address, with its hidden fields.</summary>
    public Task Sends(string action, params (string Name, string Value)[] fields) => Sends(action, [], fields);

    public async Task Sends(string action, (string Name, byte[] Content)[] files, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(action).Where(h => fields.All(f => f.Name != h.Name)).Concat(fields))
            form.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), "files", name);
        await Follow(await browser.PostAsync(action, form), action);
    }

    public IEnumerable<(string Name, string Value)> Hidden(string action)
    {
        var form = Forms().Matches(Html).Select(f => f.Value).FirstOrDefault(f => f.Contains($"action=\"{action}\"")) ?? throw new InvalidOperationException($"No form on this page goes to {action}.");
        return HiddenInputs().Matches(form).Select(i => (Attribute(i.Value, "name"), Attribute(i.Value, "value")));
    }

    private async Task Follow(HttpResponseMessage answer, string path)
    {
        while (answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect)
        {
            path = answer.Headers.Location!.ToString();
            answer = await browser.GetAsync(path);
        }
        (Answer, Status, Path, Html) = (answer, answer.StatusCode, path, await answer.Content.ReadAsStringAsync());
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input [^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenInputs();

    [GeneratedRegex("<head>.*</head>", RegexOptions.Singleline)]
    private static partial Regex WithoutHead();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();
}
