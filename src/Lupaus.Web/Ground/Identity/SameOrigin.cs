namespace Lupaus.Web.Ground.Identity;

/// <summary>
/// For endpoints that take JSON, which antiforgery tokens don't cover: only our own pages may call them. A form of
/// another site can't send application/json, and a browser says where a request comes from.
/// </summary>
public sealed class SameOrigin : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.HasJsonContentType())
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        return IsOurs(request) ? await next(context) : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [var site])
            return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;
    }
}
