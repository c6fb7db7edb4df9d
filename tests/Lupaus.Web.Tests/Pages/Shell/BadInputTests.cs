using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Storage.Ground.Audit;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>
/// Every form of every page, found on the pages themselves, is sent with what nobody should send. It may be refused or
/// taken as it is; nothing breaks, and nothing that was there is lost.
/// </summary>
public sealed class BadInputTests
{
    /// <summary>What stands in each field instead of what was meant; null leaves the field out.</summary>
    private static readonly Dictionary<string, Func<FieldOfForm, string?>> Badness = new()
    {
        ["nothing at all"] = _ => null,
        ["empty fields"] = _ => "",
        ["strange signs"] = field => field.IsHidden ? field.Value : "\0\u0007 \u202Eשלום مرحبا 👩‍👩‍👧‍👦 e\u0301 \uFFFD <script>alert(1)</script> '; drop table tickets; -- {{name}} %s ${x}",
        ["a number out of all"] = _ => "99999999999999999999",
        ["less than nothing"] = _ => "-1",
        ["nonsense, also where there is a choice"] = _ => "ei mitään",
        ["a date there never was"] = field => field.IsHidden ? field.Value : "2026-02-30T25:61",
        ["a far too long word"] = field => field.IsHidden ? field.Value : new string('ä', 100_001),
    };

    [Theory, OnBothDatabases]
    public async Task No_form_of_any_page_breaks_by_what_is_put_into_it(string on)
    {
        await using var house = await House.On(on, b => b.Configuration["Lupaus:FormsPerMinute"] = "100000");
        var world = new World(house);
        await world.Grows(2);
        var (messages, facts) = (await house.Look(db => db.Messages.CountAsync()), await house.Look(db => db.Facts.CountAsync()));
        using var minna = house.BrowserOf(house.Minna);
        using var guest = house.Browser();
        var kinds = new HashSet<string>();
        var broken = new List<string>();

        foreach (var route in Addresses.OfPages(house).ToArray())
        {
            var path = Addresses.Blank().Replace(route, blank => world.Fills(route, blank.Groups[1].Value));
            var browser = route.StartsWith("/t/", StringComparison.Ordinal) || path is "/" or "/sign-in" or "/forgotten" ? guest : minna;
            foreach (var form in await Forms(browser, path, kinds))
                foreach (var (how, badness) in Badness)
                    if (await Try(browser, form, badness) >= 500)
                        broken.Add($"{form.Action} with {how}");
        }

        broken.ShouldBeEmpty();
        kinds.Count.ShouldBeGreaterThan(60);
        (await house.Look(db => db.Messages.CountAsync())).ShouldBeGreaterThanOrEqualTo(messages);
        (await house.Look(db => db.Facts.CountAsync())).ShouldBeGreaterThanOrEqualTo(facts);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    private static async Task<FormOfPage[]> Forms(HttpClient browser, string path, HashSet<string> kinds)
    {
        var answer = await browser.GetAsync(path);
        return answer.IsSuccessStatusCode ? [.. FormOfPage.On(await answer.Content.ReadAsStringAsync(), path).Where(form => kinds.Add(form.Kind))] : [];
    }

    private static async Task<int> Try(HttpClient browser, FormOfPage form, Func<FieldOfForm, string?> badness)
    {
        var fields = form.Fields.Select(f => KeyValuePair.Create(f.Name, f.IsGuard ? f.Value : badness(f))).Where(f => f.Value is not null).ToArray();
        var answer = form.IsGet ? await browser.GetAsync(Query(form.Action, fields)) : await browser.PostAsync(form.Action, Content(fields));
        return (int)answer.StatusCode;
    }

    private static MultipartFormDataContent Content(KeyValuePair<string, string?>[] fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value!), name);
        return content;
    }

    /// <summary>An address longer than any browser sends is cut to one that some do.</summary>
    private static string Query(string action, KeyValuePair<string, string?>[] fields) =>
        $"{action.Split('?')[0]}?{string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value!.Length > 1000 ? f.Value[..1000] : f.Value)}"))}";
}
