using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Questions that were not understood, the groups they form, and the phrases that officials taught.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122030100_Learning")]
internal sealed class M20261122030100_Learning : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreatePhrases(migrationBuilder, types);
        CreateGroups(migrationBuilder, types);
        CreateQuestions(migrationBuilder, types);
        migrationBuilder.CreateTable("collection_mark", table => new { id = types.Number(table), until = types.Time(table) },
            constraints: table => table.PrimaryKey("pk_collection_mark", t => t.id));
    }

    private static void CreatePhrases(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("office_phrase", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            procedure_code = types.Text(table),
            text = types.Text(table),
            key = types.Text(table),
            search_text = types.Text(table),
            origin = types.Name(table),
            official_id = types.Guid(table),
            created_at = types.Time(table),
            withdrawn_at = types.Time(table, nullable: true),
            withdrawn_by = types.Guid(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_office_phrase", t => t.id);
            table.ForeignKey("fk_office_phrase_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_office_phrase_unit_id_key", "office_phrase", ["unit_id", "key"], unique: true, filter: "withdrawn_at IS NULL");
        migration.CreateIndex("ix_office_phrase_unit_id_created_at", "office_phrase", ["unit_id", "created_at"]);
    }

    private static void CreateGroups(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("question_group", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            key = types.Text(table),
            state = types.Name(table),
            likely_code = types.Text(table, nullable: true),
            likely_from = types.Name(table),
            last_asked_at = types.Time(table),
            decided_by = types.Guid(table, nullable: true),
            decided_at = types.Time(table, nullable: true),
            accepted_code = types.Text(table, nullable: true),
            created_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_question_group", t => t.id);
            table.ForeignKey("fk_question_group_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_question_group_unit_id_key", "question_group", ["unit_id", "key"], unique: true);
        migration.CreateIndex("ix_question_group_unit_id_state_last_asked_at", "question_group", ["unit_id", "state", "last_asked_at"]);
    }

    private static void CreateQuestions(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("unclear_question", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            group_id = types.Guid(table),
            conversation_id = types.Guid(table),
            event_id = types.BigNumber(table),
            why = types.Name(table),
            text = types.Text(table),
            search_text = types.Text(table),
            meant_code = types.Text(table, nullable: true),
            asked_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_unclear_question", t => t.id);
            table.ForeignKey("fk_unclear_question_group_id", t => t.group_id, "question_group", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("fk_unclear_question_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_unclear_question_event_id", "unclear_question", "event_id", unique: true);
        migration.CreateIndex("ix_unclear_question_conversation_id", "unclear_question", "conversation_id");
        migration.CreateIndex("ix_unclear_question_group_id_asked_at", "unclear_question", ["group_id", "asked_at"]);
        migration.CreateIndex("ix_unclear_question_asked_at", "unclear_question", "asked_at");
    }
}
