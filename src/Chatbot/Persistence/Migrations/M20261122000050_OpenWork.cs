using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Open work is told by computed columns, so that a change of status touches no index on PostgreSQL; times of arrival get the cheapest index there is.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122000050_OpenWork")]
internal sealed class M20261122000050_OpenWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var sqlite = ColumnTypes.IsSqlite(migrationBuilder);
        Compute(migrationBuilder, sqlite, "inbound_event", "is_pending", "status = 'Pending'");
        Compute(migrationBuilder, sqlite, "outbox_message", "is_open", "status in ('Planned', 'Claimed', 'Sending')");
        if (sqlite) return;
        ByBlock(migrationBuilder, "inbound_event", "received_at");
        ByBlock(migrationBuilder, "outbox_message", "created_at");
        foreach (var busy in new[] { "inbound_event", "outbox_message", "conversation" }) KeepTidy(migrationBuilder, busy);
    }

    private static void Compute(MigrationBuilder migration, bool sqlite, string table, string column, string expression)
    {
        var index = $"ix_{table}_partition_id";
        migration.Sql($"DROP INDEX {index}");
        // SQLite cannot add a stored column to a table that exists; a virtual one is computed as it is read, and stored in the index.
        migration.Sql($"ALTER TABLE {table} ADD COLUMN {column} {(sqlite ? "INTEGER" : "boolean")} NOT NULL GENERATED ALWAYS AS ({expression}) {(sqlite ? "VIRTUAL" : "STORED")}");
        migration.Sql($"CREATE INDEX {index} ON {table} (partition, id) WHERE {column}");
    }

    /// <summary>Rows are only ever added at the end, so a range of blocks is a range of times.</summary>
    private static void ByBlock(MigrationBuilder migration, string table, string column)
    {
        migration.Sql($"DROP INDEX ix_{table}_{column}");
        migration.Sql($"CREATE INDEX ix_{table}_{column} ON {table} USING brin ({column}) WITH (pages_per_range = 32)");
    }

    /// <summary>Room in each page for the changed row, and a cleaning before dead entries pile up in the index of open work.</summary>
    private static void KeepTidy(MigrationBuilder migration, string table) =>
        migration.Sql($"ALTER TABLE {table} SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500)");
}
