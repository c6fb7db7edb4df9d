using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lupaus.Web.Ground.Api;

/// <summary>
/// Instants as RFC 3339 has them: written in UTC, read with "Z" or an offset. Without one it would mean the server's
/// own clock, so it is refused.
/// </summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    private static readonly string[] Shapes = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Read(reader.GetString()!) is { } instant ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture));

    private static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text.Replace("Z", "+00:00", StringComparison.OrdinalIgnoreCase), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.Whole()
            : null;
}
