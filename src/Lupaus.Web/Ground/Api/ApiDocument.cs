using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lupaus.Ground.Api;
using Lupaus.Web.Looks;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lupaus.Web.Ground.Api;

/// <summary>The document as it is sent, and the mark by which a caller knows it again.</summary>
public sealed record ApiDocumentWritten(byte[] Bytes, string Tag, JsonObject Json);

/// <summary>
/// What the API can do, as OpenAPI 3.1: made from the endpoints themselves when somebody first asks, and kept. The
/// framework finds paths and shapes; what each endpoint tells of itself, and what holds for all of them, is put in here.
/// </summary>
public sealed class ApiDocument(IServiceProvider services, EndpointDataSource endpoints, Words words, Settings settings, TimeProvider clock)
{
    public const string Name = "v1";

    /// <summary>The headings, in the order a reader needs them; any other stands before these.</summary>
    private static readonly string[] Areas = ["Tickets", "Views", "Batches", "Spam", "Conversation", "Promises", "Duties and obstacles", "Discrepancies", "Goodwill", "Thanks", "Queue", "Drafts and undo", "Saved replies", "Jargon", "Merging", "Customers", "Macros and rules", "Alerts", "Events", "Webhooks", "Lead", "The house"];

    private readonly SemaphoreSlim turn = new(1);
    private volatile ApiDocumentWritten? written;

    public async ValueTask<ApiDocumentWritten> Now(CancellationToken stop)
    {
        if (written is { } known)
            return known;
        await turn.WaitAsync(stop);
        try
        {
            return written ??= await Write(stop);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<ApiDocumentWritten> Write(CancellationToken stop)
    {
        var found = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(stop);
        using var text = new MemoryStream();
        await found.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1, stop);
        var json = (JsonObject)JsonNode.Parse(text.ToArray())!;
        Introduce(json);
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => IsOurs(e.RoutePattern.RawText)))
            Tell(json, endpoint);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json, Compact);
        return new ApiDocumentWritten(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"", json);
    }

    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static bool IsOurs(string? path) => path?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true && !path.EndsWith("openapi.json", StringComparison.Ordinal);

    private void Introduce(JsonObject json)
    {
        json["info"] = new JsonObject
        {
            ["title"] = "Lupaus API",
            ["version"] = "1",
            ["summary"] = "Everything that an agent can do at the desk, for programs.",
            ["description"] = $"""
                Every open ticket has one owner and one live promise to the customer, whoever writes: the API keeps the same rules as the pages, through the same code.

                **Keys.** An admin makes them at `/admin/api-keys` (or with `lupaus api-key create NAME`). A key is sent as `Authorization: Bearer lupaus_…`, and has a scope: `read` looks, `write` does what agents do, `admin` what admins do. Words and deeds are always somebody's: `Lupaus-Agent: EMAIL` names the agent a program acts for. A key may be tied to one agent, and then needs no header.

                **Once.** Give each write an `Idempotency-Key` of your own (up to {Source.MaxLength} characters). Sent again with the same key it is done once; with the same key and another body, or in another agent's name, it is refused (`once.other`).

                **No.** What is refused comes as problem details (RFC 9457, `application/problem+json`) with a `key` for programs and a `title` for people; `field` names what is wrong in what was sent. Keys don't change.

                **Lists** are paged by cursor: give `next` of one page as `after` of the next; null is the end. **Times** are RFC 3339 with an offset, answered in UTC. **Ids** are strings of digits. Fields we don't know are refused, never passed over.

                **How often.** {settings.ApiCallsPerMinute.ToString(CultureInfo.InvariantCulture)} calls a minute for each key; beyond that 429 with `Retry-After` in seconds. A body may be {ApiBody.MostBytes / 1024} KB.
                """,
            ["license"] = new JsonObject { ["name"] = "AGPL-3.0-or-later", ["identifier"] = "AGPL-3.0-or-later" },
        };
        json["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "This house" });
        json["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() });
        var components = (JsonObject)(json["components"] ??= new JsonObject());
        components["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A key from /admin/api-keys." } };
        var schemas = (JsonObject)(components["schemas"] ??= new JsonObject());
        foreach (var (_, schema) in schemas)
        {
            Needed((JsonObject)schema!);
            OneOfWords((JsonObject)schema!);
        }
        if (json["tags"] is JsonArray tags)
            json["tags"] = new JsonArray([.. tags.OfType<JsonObject>().OrderBy(t => Array.IndexOf(Areas, t["name"]!.GetValue<string>())).Select(t => t.DeepClone())]);
        schemas["Problem"] = ProblemSchema();
    }

    /// <summary>What we answer always has all its fields, null or not. What is sent says below which it needs.</summary>
    private static void Needed(JsonObject schema)
    {
        if (schema["properties"] is JsonObject properties)
            schema["required"] = new JsonArray([.. properties.Select(p => (JsonNode)p.Key)]);
    }

    private static void OneOfWords(JsonObject schema)
    {
        if (schema["enum"] is not JsonArray values)
            return;
        schema["type"] = "string";
        schema["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
    }

    private static JsonObject ProblemSchema() => new()
    {
        ["type"] = "object",
        ["description"] = "Why not (RFC 9457).",
        ["required"] = new JsonArray("type", "title", "status", "key", "field", "details"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string", ["description"] = "urn:lupaus:refusal: and the key." },
            ["title"] = new JsonObject { ["type"] = "string", ["description"] = "For people, in English." },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["key"] = new JsonObject { ["type"] = "string", ["description"] = "For programs: names the rule, in every version." },
            ["field"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["description"] = "What of that which was sent it is about: \"next.due\"." },
            ["details"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } },
        },
    };

    private void Tell(JsonObject json, RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
        foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
        {
            var operation = json["paths"]?[path]?[method.ToLowerInvariant()] as JsonObject ?? throw new InvalidOperationException($"{method} {path} is not in the API's document.");
            var (isWrite, scope) = (!HttpMethods.IsGet(method) && endpoint.Metadata.GetMetadata<ApiOnlyAsks>() is null, Api.ScopeOf(endpoint, method));
            var agent = endpoint.Metadata.GetMetadata<ApiActsFor>()?.Agent ?? (isWrite ? AgentWanted.Always : AgentWanted.Never);
            operation["operationId"] = NameOf(method, path);
            operation["description"] = $"{operation["description"]?.GetValue<string>()}\n\nA key with the scope `{scope.ToString().ToLowerInvariant()}` may do this{ForWhom(agent)}.".Trim();
            operation["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray(scope.ToString().ToLowerInvariant()) });
            Address(operation, path, agent, isWrite);
            var taken = endpoint.Metadata.GetMetadata<ApiTaken>();
            if (taken is not null)
                Body(json, operation, taken);
            Answers(operation, endpoint, path, agent, isWrite, taken is not null);
        }
    }

    private static string ForWhom(AgentWanted agent) => agent switch
    {
        AgentWanted.Always => ", for the agent it names",
        AgentWanted.Maybe => ", for an agent or for nobody",
        _ => "",
    };

    /// <summary>"POST /api/v1/tickets/{reference}/promise/move" is "postTicketsReferencePromiseMove".</summary>
    private static string NameOf(string method, string path) =>
        method.ToLowerInvariant() + string.Concat(path[(Api.Root.Length + 1)..].Split(['/', '{', '}', '-'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static void Address(JsonObject operation, string path, AgentWanted agent, bool isWrite)
    {
        var parameters = (JsonArray)(operation["parameters"] ??= new JsonArray());
        foreach (var parameter in parameters.OfType<JsonObject>())
        {
            // Those that come together in a record come by the names of its properties.
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter["name"]!.GetValue<string>());
            parameter["name"] = name;
            var (tells, schema, sample) = ApiFields.InAddresses[name];
            parameter["description"] = tells;
            parameter["schema"] = schema.DeepClone();
            if ((sample ?? SampleOf(path)) is { } example && name is not ("after" or "ticket"))
                parameter["example"] = JsonNode.Parse(name is "limit" or "facts" ? example : $"\"{example}\"");
        }
        if (agent != AgentWanted.Never)
            parameters.Add((JsonNode)Header(ApiCaller.AgentHeader, "The agent this is done for: their e-mail address. Not needed where the key is tied to one.", required: false, EmailAddress.MaxLength, ApiSamples.Agent));
        if (isWrite)
            parameters.Add((JsonNode)Header(ApiCaller.OnceHeader, "Your own name for this one request: sent again, it is done once.", required: false, Source.MaxLength, "c1b7d5e2-4f0a-4c55-9a53-0f6f1a6e2f11"));
    }

    /// <summary>An id's sample, by what stands before it.</summary>
    private static string? SampleOf(string path) =>
        path.Contains("/saved-replies/", StringComparison.Ordinal) ? ApiSamples.SavedReply :
        path.Contains("/jargon/", StringComparison.Ordinal) ? ApiSamples.Jargon :
        path.Contains("/absences/", StringComparison.Ordinal) ? ApiSamples.Absence :
        path.Contains("/views/", StringComparison.Ordinal) ? ApiSamples.View :
        path.Contains("/blocked/", StringComparison.Ordinal) ? ApiSamples.Blocked :
        path.Contains("/playbooks/", StringComparison.Ordinal) ? ApiSamples.Playbook :
        path.Contains("/batches/", StringComparison.Ordinal) ? ApiSamples.Batch :
        path.Contains("/macros/", StringComparison.Ordinal) ? ApiSamples.Macro :
        path.Contains("/rules/", StringComparison.Ordinal) ? ApiSamples.Rule :
        path.Contains("/webhooks/", StringComparison.Ordinal) ? ApiSamples.Webhook :
        path.Contains("/files/", StringComparison.Ordinal) ? ApiSamples.File :
        path.Contains("/mailboxes/", StringComparison.Ordinal) ? ApiSamples.Mailbox :
        path.Contains("/handovers/", StringComparison.Ordinal) ? ApiSamples.Handover :
        path.Contains("/consults/", StringComparison.Ordinal) ? ApiSamples.Consult :
        path.Contains("/mails/", StringComparison.Ordinal) ? ApiSamples.Mail :
        path.Contains("/customers/", StringComparison.Ordinal) ? ApiSamples.Customer : null;

    private static JsonObject Header(string name, string tells, bool required, int most, string example) => new()
    {
        ["name"] = name,
        ["in"] = "header",
        ["required"] = required,
        ["description"] = tells,
        ["schema"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = most },
        ["example"] = example,
    };

    private void Body(JsonObject json, JsonObject operation, ApiTaken taken)
    {
        var body = (JsonObject)operation["requestBody"]!;
        body["required"] = true;
        var content = (JsonObject)body["content"]!["application/json"]!;
        content["example"] = JsonNode.Parse(ApiSamples.Filled(JsonSerializer.Serialize(taken.Example, Compact), clock.GetUtcNow()));
        var reference = content["schema"]!["$ref"]!.GetValue<string>();
        Explain(json, reference[(reference.LastIndexOf('/') + 1)..], taken.Needed);
    }

    /// <summary>Each field of what is sent says what it means and how long it may be; so do those within it.</summary>
    private static void Explain(JsonObject json, string name, IReadOnlyList<string> needed)
    {
        var schema = (JsonObject)json["components"]!["schemas"]![name]!;
        schema.Remove("required");
        if (needed.Count > 0)
            schema["required"] = new JsonArray([.. needed.Select(n => (JsonNode)n)]);
        schema["additionalProperties"] = false;
        foreach (var (field, shape) in (JsonObject)schema["properties"]!)
        {
            var (tells, most) = ApiFields.InBody(name, field);
            var property = (JsonObject)shape!;
            if (Within(property) is { } inner && inner != name && json["components"]!["schemas"]![inner]!["properties"] is not null)
                Explain(json, inner, inner switch { "Next" => ["kind"], "Trigger" => ["event"], "MailServer" => ["host", "port"], _ => [] });
            property["description"] = tells;
            if (most is { } letters)
                property["maxLength"] = letters;
        }
    }

    private static string? Within(JsonObject property)
    {
        var reference = property["$ref"] ?? (property["oneOf"] as JsonArray)?.OfType<JsonObject>().Select(o => o["$ref"]).FirstOrDefault(r => r is not null);
        return reference?.GetValue<string>() is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;
    }

    private void Answers(JsonObject operation, RouteEndpoint endpoint, string path, AgentWanted agent, bool isWrite, bool hasBody)
    {
        var responses = (JsonObject)(operation["responses"] ??= new JsonObject());
        responses.Remove("default");
        foreach (var given in endpoint.Metadata.GetOrderedMetadata<ApiGiven>())
        {
            var response = (JsonObject)(responses[Text(given.Status)] ??= new JsonObject());
            response["description"] = given.Status switch { 201 => "Made.", 202 => "Taken; it is done in a moment.", 204 => "Done, and there is nothing to show.", _ => "Done." };
            if (given is { Body: null, MediaType.Length: > 0 })
                response["content"] = new JsonObject { [given.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } };
        }
        // The framework puts in a bare 200 where nothing is shown: only what the endpoint says it gives stays.
        foreach (var unsaid in responses.Select(r => r.Key).Where(status => endpoint.Metadata.GetOrderedMetadata<ApiGiven>().All(g => Text(g.Status) != status)).ToArray())
            responses.Remove(unsaid);
        var rules = endpoint.Metadata.GetOrderedMetadata<ApiMayRefuse>().SelectMany(r => r.Keys).Distinct().ToArray();
        var unknown = rules.Where(r => Problems.StatusOf(Refusal.Because(r)) == StatusCodes.Status404NotFound).ToArray();
        if (hasBody || ((JsonArray)operation["parameters"]!).Any(p => p!["in"]!.GetValue<string>() == "query") || isWrite)
            Refused(responses, 400, [.. hasBody ? ["api.json", "api.field"] : Array.Empty<string>(), .. Asked(operation), .. isWrite ? ["api.once"] : Array.Empty<string>()]);
        Refused(responses, 401, ["api.key.missing", "api.key.wrong", "api.key.revoked"]);
        Refused(responses, 403, ["api.scope", .. agent == AgentWanted.Never ? Array.Empty<string>() : ["api.agent.unknown", "api.key.agent"], .. agent == AgentWanted.Always ? ["api.agent.missing"] : Array.Empty<string>(),
            .. rules.Where(IsOfAgent)]);
        if (path.Contains('{') || unknown.Length > 0)
            Refused(responses, 404, [.. (path.Contains("{reference}", StringComparison.Ordinal) ? ["ticket.unknown"] : Array.Empty<string>()).Concat(unknown).Distinct().DefaultIfEmpty("api.status.404")]);
        var conflicts = rules.Except(unknown).Where(r => !IsOfAgent(r)).Concat(isWrite ? ["once.other"] : []).ToArray();
        if (conflicts.Length > 0)
            Refused(responses, 409, conflicts);
        if (hasBody)
        {
            Refused(responses, 413, ["api.big"]);
            Refused(responses, 415, ["api.type"]);
            Refused(responses, 422, ["api.field.missing", .. rules.Except(unknown).Where(IsOfShape)]);
        }
        Refused(responses, 429, ["api.often"]);
        responses["429"]!["headers"] = new JsonObject { ["Retry-After"] = new JsonObject { ["description"] = "Seconds to wait.", ["schema"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 } } };
    }

    private static bool IsOfAgent(string key) => key is "api.agent.role" or "api.agent.missing";

    /// <summary>The same key comes as 422 when the fault is in what was sent, and as 409 when a rule sees it.</summary>
    private static bool IsOfShape(string key) => key is "message.empty" or "message.long" or "deadline.past" or "promise.reason" or "split.nothing" or "tag.empty" or "tag.long" or "tag.comma"
        or "batch.none" or "batch.many" or "view.name.missing" or "view.name.long" or "view.text" or "call.ahead" or "call.old" or "call.minutes" or "obstacle.text" or "discrepancy.source.long" or "thanks.words" || key.StartsWith("api.", StringComparison.Ordinal) || key.EndsWith(".shape", StringComparison.Ordinal);

    private static IEnumerable<string> Asked(JsonObject operation) => ((JsonArray)operation["parameters"]!).Select(p => p!["name"]!.GetValue<string>()).Select(name => name switch
    {
        "after" => "api.cursor",
        "limit" => "api.limit",
        "state" => "api.state",
        "owner" => "api.owner",
        "view" => "view.unknown",
        "tag" => "tag.unknown",
        "asker" or "team" or "topic" or "turn" or "due" or "language" or "from" or "to" or "cause" or "holds" => "api.filter",
        _ => null,
    }).OfType<string>().Distinct();

    private void Refused(JsonObject responses, int status, IReadOnlyList<string> keys)
    {
        var text = new StringBuilder();
        foreach (var key in keys.DefaultIfEmpty("api.request"))
            text.Append(CultureInfo.InvariantCulture, $"- `{key}`: {WordsOf(key)}\n");
        responses[Text(status)] = new JsonObject
        {
            ["description"] = text.ToString().TrimEnd(),
            ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } } },
        };
    }

    // As it stands, with its blanks: what fills them isn't known before.
    private string WordsOf(string key) => words.In(LanguageCode.En)[$"refusal.{key}"].Replace('{', '‹').Replace('}', '›');

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
