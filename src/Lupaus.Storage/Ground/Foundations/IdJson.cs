using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lupaus.Storage.Ground.Foundations;

/// <summary>Our ids in JSON: strings, since JavaScript's numbers end at 2^53.</summary>
public sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<TId> : JsonConverter<TId> where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            long.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var value) ? TId.From(value) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value.ToString(CultureInfo.InvariantCulture));
    }
}
