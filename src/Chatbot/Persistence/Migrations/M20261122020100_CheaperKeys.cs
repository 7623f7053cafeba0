using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Keys of events are compared byte by byte, not by a language's order; a message without a platform's number is in no index of those numbers.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122020100_CheaperKeys")]
internal sealed class M20261122020100_CheaperKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_outbox_message_platform_message_id", "outbox_message");
        migrationBuilder.CreateIndex("ix_outbox_message_platform_message_id", "outbox_message", "platform_message_id", filter: "platform_message_id IS NOT NULL");
        if (ColumnTypes.IsSqlite(migrationBuilder)) return;   // compares bytes anyway
        migrationBuilder.Sql("ALTER TABLE inbound_event ALTER COLUMN event_key TYPE text COLLATE \"C\"");
    }
}
