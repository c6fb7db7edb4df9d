using Lupaus.Web.Work.Replies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The composer's fields, kept while they are typed and put back when the page is opened again.</summary>
internal static class UnsentForm
{
    private static readonly string[] Fields = ["body", "next", "when", "date", "time", "what", "reminder", "asksDelivery", "delivers", "to", "asksCc", "cc", "addcc", "understood"];

    public static async Task<IResult> Keep([AsParameters] TicketPost post, ReadTicket read, KeepUnsent keep)
    {
        if (Reference.Read(post.Reference) is not { } known || await read.IdOf(known, post.Stop) is not { } id)
            return Results.NotFound();
        await keep.For(id, post.Me, IsBegun(post) ? Write(post) : null, post["note"], post.Stop);
        return Results.NoContent();
    }

    public static IReadOnlyDictionary<string, StringValues> Read(string? reply) =>
        reply is null ? new Dictionary<string, StringValues>() : QueryHelpers.ParseQuery(reply);

    /// <summary>A greeting that was there from the start is nothing that anybody has typed.</summary>
    private static bool IsBegun(TicketPost post) => (post["body"].Cleaned() is { Length: > 0 } body && body != post["greeting"].Cleaned()) || post["understood"].Cleaned().Length > 0;

    public static string Write(TicketPost post) => Write(Fields.Select(f => (f, post[f])));

    public static string Write(IEnumerable<(string Field, string Value)> fields) =>
        QueryString.Create(fields.Where(f => f.Value.Length > 0).Select(f => KeyValuePair.Create(f.Field, (string?)f.Value))).Value ?? "";
}
