using System.Globalization;
using System.Text.Json;
using Lupaus.Web.Looks;

namespace Lupaus.Web.Ground.Api;

/// <summary>A refusal as problem details (RFC 9457). Programs read the key, people the title.</summary>
/// <param name="Type">A name, not an address: the key stands for the same thing in every version.</param>
public sealed record Problem(string Type, string Title, int Status, string Key, string? Field, IReadOnlyDictionary<string, string> Details);

internal sealed class Problems(Words words)
{
    private const string MediaType = "application/problem+json";

    public Task Tell(HttpContext context, ApiRefused refused)
    {
        if (refused.RetryAfter is { } after)
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Tell(context, refused.Status, refused.Refusal, refused.Field);
    }

    public async Task Tell(HttpContext context, int status, Refusal refusal, string? field = null)
    {
        if (context.Response.HasStarted)
        {
            context.Abort(); // half an answer must not look like a whole one
            return;
        }
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaType;
        var problem = new Problem($"urn:lupaus:refusal:{refusal.Key}", words.In(LanguageCode.En).Refusal(refusal), status, refusal.Key, field, refusal.Details);
        await context.Response.WriteAsync(JsonSerializer.Serialize(problem, Api.Json), context.RequestAborted);
    }

    public static int StatusOf(Refusal refusal) => refusal.Key switch
    {
        "draft.file.gone" or "api.status.404" => StatusCodes.Status404NotFound,
        var key when key.EndsWith(".unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };
}
