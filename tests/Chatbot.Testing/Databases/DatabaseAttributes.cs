using System.Reflection;
using Chatbot.Persistence;
using Xunit;
using Xunit.Sdk;

namespace Chatbot.Testing.Databases;

/// <summary>A test that needs PostgreSQL; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresBinaries.Folder is null) Skip = PostgresBinaries.Missing;
    }
}

/// <summary>Gives a theory its <see cref="DatabaseKind"/>, then the further values: <c>[Theory, OnSqlite, OnPostgres]</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object[] values) : DataAttribute
{
    public object[] Values => values;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Sqlite, .. values]];
}

/// <summary>As <see cref="OnSqliteAttribute"/>; skipped, with the reason, where there is no PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute(params object[] values)
    {
        Values = values;
        if (PostgresBinaries.Folder is null) Skip = PostgresBinaries.Missing;
    }

    public object[] Values { get; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.PostgreSql, .. Values]];
}
