using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Files that citizens send in talks with an open case, and an index for the figures of a year.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122050100_CitizenFiles")]
internal sealed class M20261122050100_CitizenFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.CreateTable("citizen_file", table => new
        {
            id = types.Id(table),
            conversation_id = types.Guid(table),
            event_id = types.BigNumber(table),
            position = types.Number(table),
            state = types.Name(table),
            refusal = types.Name(table, nullable: true),
            address = types.Text(table),
            name = types.Text(table),
            content_type = types.Text(table),
            size = types.BigNumber(table),
            attempts = types.Number(table),
            next_attempt_at = types.Time(table),
            found_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_citizen_file", t => t.id);
            table.ForeignKey("fk_citizen_file_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("ix_citizen_file_event_id_position", "citizen_file", ["event_id", "position"], unique: true);
        migrationBuilder.CreateIndex("ix_citizen_file_conversation_id", "citizen_file", "conversation_id");
        migrationBuilder.CreateIndex("ix_citizen_file_next_attempt_at", "citizen_file", "next_attempt_at", filter: "state = 'Waiting'");
        migrationBuilder.CreateTable("citizen_file_mark", table => new { conversation_id = types.Guid(table), event_id = types.BigNumber(table) }, constraints: table =>
        {
            table.PrimaryKey("pk_citizen_file_mark", t => t.conversation_id);
            table.ForeignKey("fk_citizen_file_mark_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        // Counted without touching the rows: a year of answers by day and kind.
        migrationBuilder.CreateIndex("ix_answer_record_unit_id_answered_at_handling", "answer_record", ["unit_id", "answered_at", "handling"]);
        migrationBuilder.DropIndex("ix_answer_record_unit_id_answered_at", "answer_record");
    }
}
