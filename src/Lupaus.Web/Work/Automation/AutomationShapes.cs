using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lupaus.Work.Automation;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lupaus.Web.Work.Automation;

/// <summary>How deeds, conditions and triggers look in the API's document: read off the domain, so that no new kind is forgotten.</summary>
internal static class AutomationShapes
{
    public static Task Show(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(Deed))
            Kinds(schema, type, "do", "One thing that is done to a ticket. `do` is its kind, and beside it stands what that kind is told with:");
        else if (type == typeof(Condition))
            Kinds(schema, type, "if", "Something that has to hold. `if` is its kind, and beside it stands what that kind is told with:");
        else if (type == typeof(Trigger))
        {
            // Said by the others, and not once more.
            schema.Properties?.Remove("waits");
            schema.Properties?.Remove("followsClock");
        }
        return Task.CompletedTask;
    }

    private static void Kinds(OpenApiSchema schema, Type all, string member, string tells)
    {
        var kinds = all.Assembly.GetTypes().Where(t => t.IsSubclassOf(all) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
        var names = new List<JsonNode>();
        foreach (var kind in kinds)
            names.Add(JsonValue.Create(Written(kind.Name))!);
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema> { [member] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = names, Description = "Which kind it is." } };
        schema.Description = tells + string.Concat(kinds.Select(k => $"\n- `{Written(k.Name)}`: {string.Join(", ", k.GetConstructors()[0].GetParameters().Select(Field))}"));
    }

    private static string Field(ParameterInfo field)
    {
        var type = Nullable.GetUnderlyingType(field.ParameterType) ?? field.ParameterType;
        var one = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        var values = one.IsEnum ? $" ({string.Join(", ", Enum.GetNames(one).Select(Written))})" : "";
        return $"`{Written(field.Name!)}`{(field.IsOptional ? ", not needed" : "")}{values}";
    }

    private static string Written(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
