using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// What is bigger than its door is refused, but heard to its end first, up to a limit: browsers only listen when they
/// have finished talking, and would show a broken connection instead of why.
/// </summary>
public static class BigBodies
{
    public static IApplicationBuilder UseBigBodies(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? size?.MaxRequestBodySize;
        if (!(context.Request.ContentLength > most))
        {
            await next(context);
            return;
        }
        if (context.Request.ContentLength <= Posted.MaxBytesHeard && size is { IsReadOnly: false })
        {
            size.MaxRequestBodySize = Posted.MaxBytesHeard;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });
}
