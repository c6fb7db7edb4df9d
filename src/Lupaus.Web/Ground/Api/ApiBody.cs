using System.Text.Json;
using System.Text.RegularExpressions;
using Lupaus.Ground.Files;
using Microsoft.AspNetCore.Http.Features;

namespace Lupaus.Web.Ground.Api;

internal static partial class ApiBody
{
    /// <summary>Text may be 100,000 characters, four bytes each at most in UTF-8, six where they are escaped.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>A file as it was sent, byte by byte; whatever type is said of it, its own first bytes decide.</summary>
    public static Task<byte[]> File(this HttpContext context) => context.Bytes(Attachment.MaxBytes);

    /// <summary>The body as it was sent, whatever it is.</summary>
    public static async Task<byte[]> Bytes(this HttpContext context, long limit)
    {
        if (context.Request.ContentLength > limit)
            throw TooBig(limit);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = limit + 1;
        using var sent = new MemoryStream();
        await context.Request.Body.CopyToAsync(sent, context.RequestAborted);
        if (sent.Length > limit)
            throw TooBig(limit);
        context.RequestServices.GetRequiredService<ApiCaller>().Sends(sent.ToArray());
        return sent.ToArray();
    }

    private static ApiRefused TooBig(long limit) => new(StatusCodes.Status413PayloadTooLarge, Refusal.Because("api.big").With("limit", limit / 1024));

    /// <summary>The JSON that was sent; what isn't as it should be is named by its field.</summary>
    public static async Task<T> Body<T>(this HttpContext context, JsonSerializerOptions? json = null) where T : class
    {
        if (!context.Request.HasJsonContentType())
            throw new ApiRefused(StatusCodes.Status415UnsupportedMediaType, Refusal.Because("api.type"));
        if (context.Request.ContentLength > MostBytes)
            throw new ApiRefused(StatusCodes.Status413PayloadTooLarge, Refusal.Because("api.big").With("limit", MostBytes / 1024));
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = MostBytes;
        try
        {
            using var sent = new MemoryStream();
            await context.Request.Body.CopyToAsync(sent, context.RequestAborted);
            context.RequestServices.GetRequiredService<ApiCaller>().Sends(sent.ToArray());
            var bytes = sent.GetBuffer().AsSpan(0, (int)sent.Length);
            bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            var read = JsonSerializer.Deserialize<T>(bytes, json ?? Api.Json) ?? throw Wrong(null);
            return HoleIn(bytes) is { } field ? throw Wrong(field) : read;
        }
        catch (JsonException e)
        {
            // The parser says where, as "$.next.kind"; nothing of it when the text is no JSON at all.
            throw Wrong(e.Path is { Length: > 2 } path ? path[2..] : null);
        }
        catch (NotSupportedException e)
        {
            // One of several kinds, that doesn't say which: here the parser says where in its words alone.
            throw Wrong(Where().Match(e.Message) is { Success: true } at ? at.Groups[1].Value : null);
        }
    }

    private static ApiRefused Wrong(string? field) =>
        new(StatusCodes.Status400BadRequest, field is null ? Refusal.Because("api.json") : Refusal.Because("api.field").With("field", field), field);

    /// <summary>The field in which a list holds null: nowhere is that a thing to list, and no type can say so.</summary>
    private static string? HoleIn(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (lists, field) = (new Stack<bool>(), "");
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.StartObject: lists.Push(reader.TokenType == JsonTokenType.StartArray); break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject: lists.Pop(); break;
                case JsonTokenType.PropertyName when lists.Count == 1: field = reader.GetString()!; break;
                case JsonTokenType.Null when lists.Peek(): return field;
            }
        }
        return null;
    }

    [GeneratedRegex(@"Path: \$\.(\S+)")]
    private static partial Regex Where();
}
