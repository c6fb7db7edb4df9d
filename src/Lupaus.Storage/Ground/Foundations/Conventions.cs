using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lupaus.Storage.Ground.Foundations;

/// <summary>What holds for every table: our ids and values, enums as words, snake case, no cascading deletes.</summary>
internal static class Conventions
{
    // Entity Framework marks "not set" by a value of the type. It wants to write that value down as it is stored, and the
    // empty one of these types can't be stored; nothing of theirs is ever left for the database to fill in.
    private static readonly Dictionary<Type, object> NotSet = new()
    {
        [typeof(EmailAddress)] = EmailAddress.Parse("nobody@example.com"),
        [typeof(PhoneNumber)] = PhoneNumber.Parse("+358401234567"),
        [typeof(Reference)] = Reference.Parse("0000000"),
    };

    public static void Apply(ModelConfigurationBuilder builder)
    {
        foreach (var id in typeof(Ids).Assembly.GetTypes().Where(IsId))
            builder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
        builder.Properties<EmailAddress>().HaveConversion<EmailAddressConverter>().HaveMaxLength(EmailAddress.MaxLength);
        builder.Properties<PhoneNumber>().HaveConversion<PhoneNumberConverter>().HaveMaxLength(16);
        builder.Properties<Reference>().HaveConversion<ReferenceConverter>().HaveMaxLength(7);
    }

    public static void Finish(ModelBuilder builder)
    {
        // What is kept as JSON inside a column has no names of its own in the database.
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => !e.IsOwned()))
        {
            entity.SetTableName(Snake(entity.GetTableName()!.Replace("AspNetUser", "Login", StringComparison.Ordinal)));
            NameColumns(entity, "");
            foreach (var key in entity.GetForeignKeys().Where(k => k.DeleteBehavior == DeleteBehavior.Cascade))
                key.DeleteBehavior = DeleteBehavior.Restrict;
            foreach (var key in entity.GetKeys())
                key.SetName(Snake(key.GetName() ?? ""));
            foreach (var key in entity.GetForeignKeys())
                key.SetConstraintName(Snake(key.GetConstraintName() ?? ""));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName() ?? ""));
            foreach (var remembering in entity.GetProperties().Where(p => p.Name == nameof(Remembering.Version) && typeof(Remembering).IsAssignableFrom(entity.ClrType)))
                remembering.IsConcurrencyToken = true;
        }
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static void NameColumns(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            property.SetColumnName(prefix + Snake(property.Name));
            if (NotSet.TryGetValue(property.ClrType, out var value))
                property.Sentinel = value;
        }
        foreach (var complex in type.GetDeclaredComplexProperties())
            NameColumns(complex.ComplexType, prefix + Snake(complex.Name) + "_");
    }

    internal static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
