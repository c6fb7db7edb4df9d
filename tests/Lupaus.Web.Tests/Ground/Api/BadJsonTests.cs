using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Ground.Api;

/// <summary>
/// Every call of the API, found in its own document, is sent with what nobody should send. It may be refused, and says
/// so in a way a program can read, or it is taken as it is; nothing breaks.
/// </summary>
public sealed partial class BadJsonTests
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("[", 400)) + string.Concat(Enumerable.Repeat("]", 400));

    /// <summary>What comes in the place of a whole body.</summary>
    private static readonly string[] NoBodies = ["", " ", "{", "null", "[]", "[{}]", "7", "\"text\"", "{}", "{\"nothing\":1}", "{\"text\":\"a\",\"text\":\"b\"}", "\uFEFF{}", Deep];

    /// <summary>What comes in the place of one field.</summary>
    private static readonly JsonNode?[] NoValues =
    [
        null, "", " ", "ei mitään", "\0\u0007 \u202Eשלום مرحبا 👩‍👩‍👧‍👦 e\u0301 \uFFFD <script>alert(1)</script> '; drop table tickets; --", new string('ä', 100_001),
        -1, 0, 7.5, long.MaxValue, true, new JsonObject(), new JsonObject { ["kind"] = "?" }, new JsonArray(), new JsonArray(null, 7, "", "ei mitään"),
        "2026-02-30T25:61:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-11-24T10:00:00", "99999999999999999999", "-257812345678901001",
    ];

    /// <summary>What comes in the place of one word of an address, before or after its question mark; what the server itself would not let in isn't there.</summary>
    private static readonly string[] NoWords =
        ["", "0", "-1", "7.5", "99999999999999999999", "9223372036854775807", "ei mitään", "null", "\u0007", "../../admin", "%", "👩‍👩‍👧‍👦", "'; drop table tickets; --", new string('ä', 60)];

    [Theory, OnBothDatabases]
    public async Task No_call_breaks_by_what_is_put_into_its_body(string on)
    {
        await using var house = await Quick(on);
        using var shop = await ApiScene.Keeper(house);
        var scene = new ApiScene(house, shop);
        var wrong = new List<string>();

        foreach (var (method, path, operation) in ApiScene.Operations(await ApiScene.Document(house)))
        {
            var call = await scene.Set(method, path, operation);
            if (call.Body is string body)
                foreach (var worse in Worse(body))
                    wrong.AddRange(await Try(shop, call with { Body = worse }));
        }

        wrong.Take(30).ShouldBeEmpty($"{wrong.Count} in all");
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task No_call_breaks_by_what_is_put_into_its_address(string on)
    {
        await using var house = await Quick(on);
        using var shop = await ApiScene.Keeper(house);
        var wrong = new List<string>();

        foreach (var (method, path, operation) in ApiScene.Operations(await ApiScene.Document(house)).Where(o => !o.Path.EndsWith("/events", StringComparison.Ordinal)))
            foreach (var word in NoWords.Select(Uri.EscapeDataString))
            {
                var asks = operation.GetProperty("parameters").EnumerateArray().Where(p => p.Text("in") == "query").Select(p => $"{p.Text("name")}={word}").ToArray();
                foreach (var address in asks.Append(string.Join('&', asks)).Select(a => $"{Blank().Replace(path["/api/v1".Length..], word)}?{a}").Distinct())
                    wrong.AddRange(await Try(shop, new ApiCall(method, address, operation.TryGetProperty("requestBody", out _) ? "{}" : null, "antti@satama.example")));
            }

        wrong.Take(30).ShouldBeEmpty($"{wrong.Count} in all");
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    /// <summary>A duty, an obstacle, a message, a file: what belongs to one ticket is not found on another.</summary>
    [Fact]
    public async Task What_belongs_to_another_is_not_there()
    {
        await using var house = await Quick(TestDatabase.Sqlite);
        using var shop = await ApiScene.Keeper(house);
        var scene = new ApiScene(house, shop);
        var tried = new List<string>();

        // People who take part are asked for by who they are, and a macro, a link and a participant are nobody's own.
        foreach (var (method, path, operation) in ApiScene.Operations(await ApiScene.Document(house)).Where(o => Owned().IsMatch(o.Path)))
        {
            var (mine, others) = (await scene.Set(method, path, operation), await scene.Set(method, path, operation));
            var crossed = string.Join('/', mine.Path.Split('/').Select((part, i) => i == 2 ? others.Path.Split('/')[2] : part));
            var before = await Traces(house);
            using var answer = await shop.Ask(method, crossed, mine.Content(), mine.Agent);
            // What isn't there is as good as taken away.
            ((int)answer.StatusCode).ShouldBe(method == HttpMethod.Delete ? 204 : 404, $"{method} {path}");
            (await Traces(house)).ShouldBe(before, $"{method} {path}");
            tried.Add(path);
        }

        tried.Count.ShouldBeGreaterThan(4);
    }

    private static IEnumerable<string> Worse(string body)
    {
        foreach (var none in NoBodies)
            yield return none;
        foreach (var (path, put) in Places(JsonNode.Parse(body)!))
            foreach (var value in NoValues)
            {
                var copy = JsonNode.Parse(body)!;
                put(path.Aggregate(copy, (node, step) => step is int at ? node[at]! : node[(string)step]!), value?.DeepClone());
                yield return copy.ToJsonString();
            }
    }

    /// <summary>Every field of the body however deep, and each first thing of a list.</summary>
    private static IEnumerable<(object[] Path, Action<JsonNode, JsonNode?> Put)> Places(JsonNode node, params object[] path)
    {
        if (node is JsonObject fields)
            foreach (var (name, value) in fields)
            {
                yield return (path, (at, put) => at[name] = put);
                foreach (var deeper in value is null ? [] : Places(value, [.. path, name]))
                    yield return deeper;
            }
        else if (node is JsonArray { Count: > 0 } list)
        {
            yield return (path, (at, put) => at[0] = put);
            foreach (var deeper in list[0] is null ? [] : Places(list[0]!, [.. path, 0]))
                yield return deeper;
        }
    }

    /// <summary>Wrong is a fault of ours, and a refusal that doesn't say why.</summary>
    private static async Task<string[]> Try(Caller shop, ApiCall call)
    {
        using var answer = await shop.Ask(call.Method, call.Path, call.Content(), call.Agent);
        if (answer.IsSuccessStatusCode)
            return [];
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var said = (int)answer.StatusCode < 500 && answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && JsonDocument.Parse(text).RootElement.Key().Length > 0;
        return said ? [] : [$"{call.Method} {Short(call.Path)} {Short(call.Body as string ?? "")}: {(int)answer.StatusCode} {Short(text)}"];
    }

    private static Task<(int, int)> Traces(House house) => house.Look(async db => (await db.Facts.CountAsync(), await db.UnsentFiles.CountAsync()));

    private static string Short(string text) => text.Length > 120 ? text[..120] + "…" : text;

    private static Task<House> Quick(string on) => House.On(on, b => b.Configuration["Lupaus:ApiCallsPerMinute"] = "1000000");

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^/api/v1/(tickets/\{reference\}|customers/\{id\})/(duties|obstacles|messages|told|words|draft/files)/\{")]
    private static partial Regex Owned();
}
