using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Chatbot.Persistence;

/// <summary>The few column types that migrations use, right for both databases: one hand-written set of migrations serves them.</summary>
internal sealed class ColumnTypes(MigrationBuilder migration)
{
    private readonly bool sqlite = IsSqlite(migration);

    public static bool IsSqlite(MigrationBuilder migration) => migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite";

    public string GuidType => sqlite ? "TEXT" : "uuid";

    public string TimeType => sqlite ? "INTEGER" : "timestamp with time zone";

    public string TextType => sqlite ? "TEXT" : "text";

    public string NameType => sqlite ? "TEXT" : "character varying(40)";

    public string FlagType => sqlite ? "INTEGER" : "boolean";

    public string BigNumberType => sqlite ? "INTEGER" : "bigint";

    /// <summary>For hand-written statements.</summary>
    public string False => sqlite ? "0" : "FALSE";

    /// <summary>A time that never comes (1 January 2100).</summary>
    public string FarAway => sqlite ? "4102444800000000" : "'2100-01-01T00:00:00Z'";

    public OperationBuilder<AddColumnOperation> Id(ColumnsBuilder table) =>
        Column<Guid>(table, "uuid", "TEXT", nullable: false);

    public OperationBuilder<AddColumnOperation> Guid(ColumnsBuilder table, bool nullable = false) =>
        Column<Guid>(table, "uuid", "TEXT", nullable);

    /// <summary>A number that the database counts up.</summary>
    public OperationBuilder<AddColumnOperation> Counter(ColumnsBuilder table) =>
        Column<long>(table, "bigint", "INTEGER", nullable: false)
            .Annotation("Sqlite:Autoincrement", true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    public OperationBuilder<AddColumnOperation> Text(ColumnsBuilder table, bool nullable = false) =>
        Column<string>(table, "text", "TEXT", nullable);

    /// <summary>An enum's name.</summary>
    public OperationBuilder<AddColumnOperation> Name(ColumnsBuilder table, bool nullable = false) =>
        Column<string>(table, "character varying(40)", "TEXT", nullable);

    public OperationBuilder<AddColumnOperation> Time(ColumnsBuilder table, bool nullable = false) =>
        Column<DateTimeOffset>(table, "timestamp with time zone", "INTEGER", nullable);

    public OperationBuilder<AddColumnOperation> Day(ColumnsBuilder table, bool nullable = false) =>
        Column<DateOnly>(table, "date", "TEXT", nullable);

    public OperationBuilder<AddColumnOperation> Number(ColumnsBuilder table, bool nullable = false) =>
        Column<int>(table, "integer", "INTEGER", nullable);

    public OperationBuilder<AddColumnOperation> BigNumber(ColumnsBuilder table, bool nullable = false) =>
        Column<long>(table, "bigint", "INTEGER", nullable);

    public OperationBuilder<AddColumnOperation> Real(ColumnsBuilder table, bool nullable = false) =>
        Column<double>(table, "double precision", "REAL", nullable);

    public OperationBuilder<AddColumnOperation> Flag(ColumnsBuilder table) =>
        Column<bool>(table, "boolean", "INTEGER", nullable: false);

    public OperationBuilder<AddColumnOperation> Bytes(ColumnsBuilder table, bool nullable = false) =>
        Column<byte[]>(table, "bytea", "BLOB", nullable);

    private OperationBuilder<AddColumnOperation> Column<T>(ColumnsBuilder table, string postgres, string lite, bool nullable) =>
        table.Column<T>(type: sqlite ? lite : postgres, nullable: nullable);
}
