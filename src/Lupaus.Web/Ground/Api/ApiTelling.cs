using Microsoft.AspNetCore.Http.Metadata;

namespace Lupaus.Web.Ground.Api;

/// <summary>What an endpoint takes: one body that really works, and the fields without which nothing can be meant.</summary>
public sealed record ApiTaken(Type Body, object Example, IReadOnlyList<string> Needed);

/// <summary>What comes back when it is done.</summary>
public sealed record ApiGiven(int Status, Type? Body, string MediaType);

/// <summary>The rules that may say no, by their keys.</summary>
public sealed record ApiMayRefuse(IReadOnlyList<string> Keys);

/// <summary>It is sent like a write and only asks: nothing is done, so there is nothing to do once.</summary>
public sealed record ApiOnlyAsks;

public enum AgentWanted { Never, Maybe, Always }

public sealed record ApiActsFor(AgentWanted Agent);

/// <summary>An endpoint tells of itself where it is mapped, so that the API's own page can't fall behind.</summary>
public static class ApiTelling
{
    /// <param name="area">Under which heading it stands.</param>
    public static RouteHandlerBuilder Told(this RouteHandlerBuilder endpoint, string area, string summary, string tells) =>
        endpoint.WithTags(area).WithSummary(summary).WithDescription(tells);

    public static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder endpoint, object example, params string[] needed) where TBody : notnull =>
        endpoint.Accepts<TBody>("application/json").WithMetadata(new ApiTaken(typeof(TBody), example, needed));

    public static RouteHandlerBuilder Gives<TBody>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.WithMetadata(new ApiGiven(status, typeof(TBody), "application/json"), new ProducesResponseTypeMetadata(status, typeof(TBody), ["application/json"]));

    public static RouteHandlerBuilder GivesNothing(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status204NoContent) =>
        endpoint.WithMetadata(new ApiGiven(status, null, ""), new ProducesResponseTypeMetadata(status));

    public static RouteHandlerBuilder GivesBytes(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.WithMetadata(new ApiGiven(StatusCodes.Status200OK, null, mediaType));

    /// <summary>The keys of the rules that may say no to this, beside what any call may meet.</summary>
    public static RouteHandlerBuilder MayRefuse(this RouteHandlerBuilder endpoint, params string[] keys) => endpoint.WithMetadata(new ApiMayRefuse(keys));

    /// <summary>For what is sent as a POST since it has a body, and changes nothing.</summary>
    public static RouteHandlerBuilder OnlyAsks(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new ApiOnlyAsks());

    /// <summary>Whose deed or words it is; nobody's for asking and always somebody's for writing, unless this is said.</summary>
    public static RouteHandlerBuilder ActsFor(this RouteHandlerBuilder endpoint, AgentWanted agent) => endpoint.WithMetadata(new ApiActsFor(agent));
}
