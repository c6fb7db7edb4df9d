using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lupaus.Storage.Work.Automation;

/// <summary>
/// What a rule says, as JSON: it is always read and written whole, and no query looks inside. The domain checks it before
/// it gets here, and a kind that nobody knows is not read.
/// </summary>
public static class AutomationJson
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new IdJson(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>Each deed and each condition is named by its kind: {"do": "setTopic", "topic": "1"}.</summary>
    public static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(Deed))
            Name(type, "do");
        if (type.Type == typeof(Condition))
            Name(type, "if");
        if (type.Kind == JsonTypeInfoKind.Object && (typeof(Deed).IsAssignableFrom(type.Type) || typeof(Trigger) == type.Type))
        {
            // Said by the kind itself, and not once more.
            foreach (var said in type.Properties.Where(p => p.Set is null && p.AssociatedParameter is null).ToArray())
                type.Properties.Remove(said);
        }
    }

    private static void Name(JsonTypeInfo type, string member)
    {
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = member };
        foreach (var kind in type.Type.Assembly.GetTypes().Where(t => t.IsSubclassOf(type.Type) && !t.IsAbstract))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, JsonNamingPolicy.CamelCase.ConvertName(kind.Name)));
    }
}

internal sealed class Written<T>() : ValueConverter<T, string>(v => JsonSerializer.Serialize(v, AutomationJson.Json), s => JsonSerializer.Deserialize<T>(s, AutomationJson.Json)!);

/// <summary>What is written anew is another thing; nobody changes it in place.</summary>
internal sealed class WrittenComparer<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => v!.GetHashCode(), v => v) where T : class;
