using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Fingerprints of words, their key, and which talks are with one citizen.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122010200_CaseSearch")]
internal sealed class M20261122010200_CaseSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.CreateTable("case_word", table => new { word = types.BigNumber(table), case_id = types.Guid(table) }, constraints: table =>
        {
            table.PrimaryKey("pk_case_word", t => new { t.word, t.case_id });
            table.ForeignKey("fk_case_word_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("ix_case_word_case_id", "case_word", "case_id");
        migrationBuilder.CreateTable("search_key", table => new { id = types.Number(table), secret = types.Bytes(table) },
            constraints: table => table.PrimaryKey("pk_search_key", t => t.id));
        migrationBuilder.CreateTable("same_citizen", table => new
        {
            conversation_id = types.Guid(table),
            citizen_key = types.Guid(table),
            official_id = types.Guid(table),
            joined_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_same_citizen", t => t.conversation_id);
            table.ForeignKey("fk_same_citizen_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("ix_same_citizen_citizen_key", "same_citizen", "citizen_key");
    }
}
