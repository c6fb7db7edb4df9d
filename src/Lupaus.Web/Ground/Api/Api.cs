using System.Text.Json;
using System.Text.Json.Serialization;
using Lupaus.Ground.Api;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Ground.Api;

/// <summary>
/// The programs' door: a bearer key, JSON both ways, problem details when something is refused. Each room maps its own
/// endpoints under <see cref="Root"/>; what holds for all of them is here.
/// </summary>
public static class Api
{
    public const string Root = "/api/v1";

    /// <summary>Camel case, ids as strings, instants in UTC; a field or a word that we don't know is refused, never passed over.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new IdJson(), new InstantJson(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services.AddSingleton<Problems>().AddSingleton<ApiDoor>().AddSingleton<ApiLimits>().AddScoped<ApiCaller>().AddSingleton<KeepApiKeys>();

    public static void UseApi(this WebApplication app) =>
        app.UseWhen(c => c.Request.Path.StartsWithSegments(Root) && c.Request.Path != ApiDocs.Document, api => api.Use((context, next) =>
            context.RequestServices.GetRequiredService<ApiDoor>().Pass(context, next)));

    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root);
        api.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ApiCaller>().Needs(ScopeOf(context.HttpContext.GetEndpoint(), context.HttpContext.Request.Method));
            return await next(context);
        });
        return api;
    }

    /// <summary>For what takes more, or less, than its method says.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder endpoint, ApiScope scope) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new NeededScope(scope));

    /// <summary>Asking needs "read", everything else "write", unless the endpoint says otherwise.</summary>
    internal static ApiScope ScopeOf(Endpoint? endpoint, string method) =>
        endpoint?.Metadata.GetMetadata<NeededScope>()?.Scope ?? (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? ApiScope.Read : ApiScope.Write);

    private sealed record NeededScope(ApiScope Scope);

    public static IResult Answer(object shows, int status = StatusCodes.Status200OK) => Results.Json(shows, Json, statusCode: status);
}
