using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>
/// Indexes begin with what tells rows apart (the event's key, the citizen), so that one comparison decides instead of three; and what platforms
/// number is compared byte by byte, not by a language's order. An event that is taken in is compared some forty times.
/// </summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122050200_FewerComparisons")]
internal sealed class M20261122050200_FewerComparisons : Migration
{
    private static readonly (string Table, string[] Columns)[] Numbered =
    [
        ("inbound_event", ["platform_account_id", "citizen_id"]),
        ("conversation", ["citizen_id"]),
        ("outbox_message", ["citizen_id", "correlation", "platform_message_id"]),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_inbound_event_channel_platform_account_id_event_key", "inbound_event");
        migrationBuilder.DropIndex("ix_inbound_event_account_id_citizen_id", "inbound_event");
        if (!ColumnTypes.IsSqlite(migrationBuilder))   // which compares bytes anyway
        {
            foreach (var (table, columns) in Numbered)
                migrationBuilder.Sql($"ALTER TABLE {table} {string.Join(", ", columns.Select(column => $"ALTER COLUMN {column} TYPE text COLLATE \"C\""))}");
        }
        migrationBuilder.CreateIndex("ix_inbound_event_event_key_platform_account_id_channel", "inbound_event", ["event_key", "platform_account_id", "channel"], unique: true);
        migrationBuilder.CreateIndex("ix_inbound_event_citizen_id_account_id", "inbound_event", ["citizen_id", "account_id"]);
    }
}
