using Lupaus.Ground.Files;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lupaus.Web.Ground.Files;

/// <summary>
/// Hands out an attachment, chunk by chunk. Who may see it was decided before. It can harm nobody: its type is what its
/// first bytes say, it runs in a sandbox, and all but pictures are downloaded.
/// </summary>
public sealed class FileContent(string hash, string name, string type, long length) : IResult
{
    // A picture opened by itself is shown by the browser in a page of its own, which has a little style in it.
    private const string ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    public FileContent(Attachment file)
        : this(file.Hash, file.Name, file.Type, file.Length)
    {
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, stop) = (httpContext.Response, httpContext.RequestAborted);
        var tag = new EntityTagHeaderValue($"\"{hash}\"");
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, MaxAge = TimeSpan.FromHours(1) };
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var disposition = new ContentDispositionHeaderValue(SniffedType.IsPicture(type) ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition;
        response.ContentType = type == "text/plain" ? "text/plain; charset=utf-8" : type;
        response.ContentLength = length;
        await Stream(httpContext, stop);
    }

    /// <summary>One short query a chunk, so that a slow reader holds no connection.</summary>
    private async Task Stream(HttpContext context, CancellationToken stop)
    {
        var databases = context.RequestServices.GetRequiredService<IDbContextFactory<LupausDb>>();
        for (var (number, left) = (0, length); left > 0; number++)
        {
            byte[] chunk;
            await using (var db = await databases.CreateDbContextAsync(stop))
                chunk = await db.Set<FileChunk>().Where(c => c.Hash == hash && c.Number == number).Select(c => c.Content).FirstAsync(stop);
            await context.Response.Body.WriteAsync(chunk, stop);
            left -= chunk.Length;
        }
    }
}
