using System.Text.RegularExpressions;

namespace Lupaus.Web.Tests.Pages.Desk;

/// <summary>Forms where one name stands many times: the boxes of a list.</summary>
internal static partial class FormsOfLists
{
    /// <summary>The hidden fields of the first form on the page that leads there.</summary>
    public static async Task<Dictionary<string, string?>> HiddenOf(this HttpClient browser, string page, string action)
    {
        var html = await browser.Page(page);
        var form = Forms().Matches(html).First(f => f.Groups["action"].Value == action);
        return Inputs().Matches(form.Value).GroupBy(i => i.Groups["name"].Value).ToDictionary(i => i.Key, i => (string?)i.First().Groups["value"].Value);
    }

    /// <summary>Ticks these in the list and presses; answers the page it leads to.</summary>
    public static async Task<string> Does(this HttpClient browser, string list, string act, IEnumerable<Lupaus.Core.Tickets.Ticket> tickets, params (string Name, string Value)[] fields)
    {
        var answer = await browser.Presses(list, act, tickets, fields);
        return answer.IsDone ? await browser.Page(answer.Leads!) : answer.Html;
    }

    public static async Task<Answer> Presses(this HttpClient browser, string list, string act, IEnumerable<Lupaus.Core.Tickets.Ticket> tickets, params (string Name, string Value)[] fields)
    {
        var sent = (await browser.HiddenOf(list, "/desk/batches")).Select(h => (h.Key, h.Value!)).Append(("act", act)).Concat(fields).Concat(tickets.Select(t => ("ticket", t.Reference.Value)));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in sent)
            content.Add(new StringContent(value), name);
        return await Answer.Of(await browser.PostAsync("/desk/batches", content));
    }

    [GeneratedRegex("<form[^>]*action=\"(?<action>[^\"]+)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Inputs();
}
