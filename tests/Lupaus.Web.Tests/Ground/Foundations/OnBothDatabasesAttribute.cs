using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>Runs a theory on SQLite and on PostgreSQL; its first argument says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<string>(TestDatabase.Sqlite), new TheoryDataRow<string>(TestDatabase.PostgreSql)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
