using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Ground.Identity;

/// <summary>What a person does with a browser: opens a page, fills in its form and sends it.</summary>
public static partial class AtTheDoor
{
    public const string Password = "junat kulkevat ajallaan";

    /// <summary>Everybody in the house has the same password in these tests.</summary>
    public static async Task<HttpClient> SignedIn(this House house, AgentId agent, string language = "fi")
    {
        var browser = house.Browser(language);
        var email = await house.HasPassword(agent);
        (await browser.Send("/sign-in", ("Email", email), ("Password", Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    public static async Task<string> HasPassword(this House house, AgentId agent)
    {
        await house.Changes.Make(async db =>
        {
            var one = await db.Agents.FirstAsync(a => a.Id == agent);
            var login = await db.Users.FirstAsync(l => l.Id == agent.Value);
            if (login.PasswordHash is null)
                await house.Get<Passwords>().Choose(Password, one, login, db, agent, house.Clock.Now(), default);
        }, default);
        return await house.Look(db => db.Users.Where(l => l.Id == agent.Value).Select(l => l.Email!).FirstAsync());
    }

    /// <summary>Opens the page, fills in the form and sends it to the same address, or to another that the page names.</summary>
    public static Task<HttpResponseMessage> Send(this HttpClient browser, string page, params (string Name, string Value)[] fields) => browser.SendTo(page, page, fields);

    public static async Task<HttpResponseMessage> SendTo(this HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var shown = await browser.GetStringAsync(page);
        var token = Token().Match(shown).Groups[1].Value;
        return await browser.PostAsync(to, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
    }

    /// <summary>The page's text as a person reads it, near enough.</summary>
    public static async Task<string> Text(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    public static Task<Login> LoginOf(this House house, AgentId agent) => house.Look(db => db.Users.AsNoTracking().FirstAsync(l => l.Id == agent.Value));

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="__RequestVerificationToken""")]
    private static partial Regex Token();
}
