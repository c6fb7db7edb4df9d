using System.Net;
using System.Text;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Files;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Rendering;
using Lupaus.Web.Doors.Mailboxes;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>
/// A mail as its sender designed it: a page of its own on white paper, cleaned, in a sandbox, to be framed by the desk.
/// Pictures that came with it are written into it, since a page without an origin brings no cookie to fetch them with.
/// </summary>
internal static class DesignedMail
{
    /// <summary>Bytes of pictures in one page; one that comes again counts again.</summary>
    private const int MostPictures = 20 * 1024 * 1024;

    private const string Paper =
        "html{background:#fff;color:#222;color-scheme:light}body{margin:16px;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}" +
        "img:not([src]){padding:2px 6px;border:1px dashed #999;color:#555;font-size:13px}img:not([src]):not([alt]),img:not([src])[alt=\"\"]{display:none}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin-left:0;padding-left:12px;border-left:2px solid #ccc}";

    public static void MapDesignedMail(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/mails/{mail:long}/designed", (HttpContext context, long mail, IDbContextFactory<LupausDb> databases, CancellationToken stop) => Show(context, mail, false, databases, stop));
        desk.MapGet("/mails/{mail:long}/designed/fetched", (HttpContext context, long mail, IDbContextFactory<LupausDb> databases, CancellationToken stop) => Show(context, mail, true, databases, stop));
    }

    private static async Task<IResult> Show(HttpContext context, long mail, bool fetches, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var id = ReceivedMailId.From(mail);
        if (await db.ReceivedMails.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id && m.Design != MailDesign.None, stop) is not { } found)
            return Results.NotFound();
        var message = MailReader.Read(await db.RawOf(found, stop));
        var safe = SafeHtml.Of(message.Html ?? "", new Pictures(message.Attachments).AddressOf, fetches);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'unsafe-inline'; img-src data:{(fetches ? " https:; upgrade-insecure-requests" : "")}; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(
            $"<!doctype html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{WebUtility.HtmlEncode(message.Subject)}</title><style>{Paper}</style><style>{safe.Styles}</style></head><body>{safe.Body}</body></html>",
            "text/html", Encoding.UTF8);
    }

    /// <summary>What came with the mail, by Content-ID; only what is a picture by its first bytes.</summary>
    private sealed class Pictures(IReadOnlyList<Lupaus.Mail.Reading.Attachment> attachments)
    {
        private readonly Dictionary<string, string?> addresses = new(StringComparer.OrdinalIgnoreCase);
        private int left = MostPictures;

        public string? AddressOf(string cid)
        {
            if (!addresses.TryGetValue(cid, out var address))
                addresses[cid] = address = Read(cid);
            left -= address?.Length ?? 0;
            return left > 0 ? address : null;
        }

        private string? Read(string cid)
        {
            if (attachments.FirstOrDefault(a => cid.Equals(a.ContentId, StringComparison.OrdinalIgnoreCase)) is not { } named || named.Size > left)
                return null;
            var content = named.Content().Span;
            return SniffedType.Of(content) is var type && SniffedType.IsPicture(type) ? $"data:{type};base64,{Convert.ToBase64String(content)}" : null;
        }
    }
}
