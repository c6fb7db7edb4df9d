using System.Buffers.Binary;
using System.Buffers.Text;

namespace Lupaus.Web.Ground.Api;

/// <summary>Where a list goes on: after the thing with this id. Opaque to callers, so that we may change how lists are ordered.</summary>
internal static class Cursor
{
    public const int Usual = 50;
    public const int Most = 100;

    public static string After(long id)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null at the beginning of the list.</summary>
    public static long? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        var isOurs = cursor.Length == 11 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out var written) && written == sizeof(long);
        return isOurs ? BinaryPrimitives.ReadInt64BigEndian(bytes) : throw Wrong("after", "api.cursor");
    }

    public static int Limit(string? limit) =>
        string.IsNullOrEmpty(limit) ? Usual :
        int.TryParse(limit, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Most ? count :
        throw Wrong("limit", "api.limit");

    private static ApiRefused Wrong(string field, string key) =>
        new(StatusCodes.Status400BadRequest, Refusal.Because(key).With("limit", Most), field);
}
