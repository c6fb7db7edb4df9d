using Lupaus.Core.Promises;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lupaus.Web.Tests.Ground.Foundations;

public class SchemaTests
{
    [Theory, OnBothDatabases]
    public async Task Migrating_again_changes_nothing(string on)
    {
        await using var database = await TestDatabase.On(on);
        await database.ATicketWith(PromiseKind.Act);
        var before = await database.Everything();

        await database.Schema.Migrate(TestDatabase.Stop);

        (await database.Everything()).ShouldBe(before);
        (await database.Violations).ShouldBeEmpty();
        (await database.Schema.IsCurrent(TestDatabase.Stop)).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task The_migrations_say_what_the_model_says(string on)
    {
        await using var database = await TestDatabase.On(on);
        await using var db = database.Open();

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    /// <summary>Where this fails, bin/migrate --model writes it anew.</summary>
    [Theory, OnBothDatabases]
    public async Task The_model_that_is_written_down_is_the_one_the_code_makes(string on)
    {
        await using var database = await TestDatabase.On(on);
        await using var db = database.Open();

        db.Model.GetType().BaseType.ShouldBe(typeof(RuntimeModel));
        Said(db.Model).ShouldBe(Said(db.GetService<IDesignTimeModel>().Model));
    }

    private static string[] Said(IModel model) =>
    [
        .. model.ToDebugString(MetadataDebugStringOptions.ShortDefault).Split('\n'),
        .. from entity in model.GetEntityTypes() from property in entity.GetFlattenedProperties() let kept = property.GetRelationalTypeMapping()
           select $"{entity.Name}.{property.Name}: {property.GetColumnName()} {kept.StoreType} {kept.Converter?.GetType()} {property.GetMaxLength()} {property.IsConcurrencyToken}",
    ];

    [Fact]
    public async Task On_SQLite_a_migration_may_make_a_table_anew_that_triggers_speak_of()
    {
        await using var database = await TestDatabase.On(TestDatabase.Sqlite);
        var id = await database.ATicketWith(PromiseKind.Act);
        var promise = (await database.Read(id)).Promise;
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"", TestDatabase.Stop);

        await database.Dialect.Prepare(db, TestDatabase.Stop);
        MakeAnew(db, "tickets");

        await database.Raw($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('{db.Database.GetMigrations().Last()}', '10')");
        await database.Schema.Migrate(TestDatabase.Stop);
        (await database.Read(id)).Promise.ShouldBe(promise);
        (await database.Violations).ShouldBeEmpty();
    }

    private static void MakeAnew(LupausDb db, string table)
    {
        var change = new AlterColumnOperation { Table = table, Name = "goal", ClrType = typeof(string), IsNullable = true, OldColumn = new AddColumnOperation { ClrType = typeof(string) } };
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate([change], db.GetService<IDesignTimeModel>().Model);
        db.GetService<IMigrationCommandExecutor>().ExecuteNonQuery(commands, db.GetService<IRelationalConnection>());
    }
}
