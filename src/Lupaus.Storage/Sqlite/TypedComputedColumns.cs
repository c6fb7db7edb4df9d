using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Lupaus.Storage.Sqlite;

/// <summary>
/// Computed columns with their type. Without one SQLite gives them no affinity, and then an index on them is not used
/// when they are compared to a column that has one (https://www.sqlite.org/datatype3.html, 4.2).
/// </summary>
internal sealed class TypedComputedColumns(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations) : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void ComputedColumnDefinition(string? schema, string table, string name, ColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        builder.Append(Dependencies.SqlGenerationHelper.DelimitIdentifier(name)).Append(" ")
            .Append(operation.ColumnType ?? GetColumnType(schema, table, name, operation, model)!)
            .Append($" AS ({operation.ComputedColumnSql})").Append(operation.IsStored == true ? " STORED" : " VIRTUAL");
    }
}
