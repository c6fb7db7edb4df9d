using System.Net.Mime;
using System.Text.Json.Nodes;
using Lupaus.Web.Ground.Foundations;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lupaus.Web.Ground.Api;

/// <summary>The API's own page, and the document behind it. Both are for everybody: they tell of no house in particular.</summary>
public static class ApiDocs
{
    public const string Document = Api.Root + "/openapi.json";

    // The reference's program writes its own style sheets into the page: allowed here, and nowhere else.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static IServiceCollection AddApiDocs(this IServiceCollection services)
    {
        // Only shapes are read from these: what is really read and written goes by Api.Json.
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.NumberHandling = Api.Json.NumberHandling;
            foreach (var converter in Api.Json.Converters)
                o.SerializerOptions.Converters.Add(converter);
        });
        services.AddOpenApi(ApiDocument.Name, o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            o.ShouldInclude = endpoint => ApiDocument.IsOurs(endpoint.RelativePath);
            o.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name && name.EndsWith("Json", StringComparison.Ordinal) ? name[..^4] : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            o.AddSchemaTransformer((schema, context, _) =>
            {
                var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
                if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)))
                    (schema.Type, schema.Pattern) = (JsonSchemaType.String | (type == context.JsonTypeInfo.Type ? 0 : JsonSchemaType.Null), "^[0-9]{1,19}$");
                else if (type == typeof(DateTimeOffset))
                    schema.Type = JsonSchemaType.String | (type == context.JsonTypeInfo.Type ? 0 : JsonSchemaType.Null);
                return Task.CompletedTask;
            });
        });
        return services.AddSingleton<ApiDocument>();
    }

    public static void MapApiDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Document, async (HttpContext context, ApiDocument document, CancellationToken stop) =>
        {
            var written = await document.Now(stop);
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(written.Bytes, MediaTypeNames.Application.Json, entityTag: Microsoft.Net.Http.Headers.EntityTagHeaderValue.Parse(written.Tag));
        }).ExcludeFromDescription();
        routes.MapGet("/api", async (HttpContext context, ApiDocument document, CancellationToken stop) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            return PageResults.Page<ApiPage>(new { Operations = Operations((await document.Now(stop)).Json) });
        }).ExcludeFromDescription();
    }

    private static IReadOnlyList<ApiOperation> Operations(JsonObject json) =>
        [.. from path in (JsonObject)json["paths"]! from operation in (JsonObject)path.Value! select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!["summary"]?.GetValue<string>() ?? "")];
}

/// <summary>One line of what the API can do.</summary>
public sealed record ApiOperation(string Method, string Path, string Summary);
