using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Answers given, handovers, ratings and whose data must go.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261121000200_Conversations")]
internal sealed class M20261121000200_Conversations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateHandovers(migrationBuilder, types);
        CreateAnswers(migrationBuilder, types);
        CreateRatings(migrationBuilder, types);
        CreateErasures(migrationBuilder, types);
    }

    private static void CreateHandovers(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("handover", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            account_id = types.Guid(table),
            conversation_id = types.Guid(table),
            tracking_code = types.Text(table),
            kind = types.Name(table),
            status = types.Name(table),
            question = types.Text(table),
            opened_at = types.Time(table),
            due_at = types.Time(table, nullable: true),
            closed_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_handover", t => t.id);
            table.ForeignKey("fk_handover_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("fk_handover_account_id", t => t.account_id, "channel_account", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("fk_handover_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_handover_tracking_code", "handover", "tracking_code", unique: true);
        migration.CreateIndex("ix_handover_unit_id_status_opened_at", "handover", ["unit_id", "status", "opened_at"]);
        migration.CreateIndex("ix_handover_account_id", "handover", "account_id");
        migration.CreateIndex("ix_handover_conversation_id", "handover", "conversation_id");
    }

    private static void CreateAnswers(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("answer_record", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            account_id = types.Guid(table),
            conversation_id = types.Guid(table, nullable: true),
            event_id = types.BigNumber(table, nullable: true),
            handling = types.Name(table),
            procedure_code = types.Text(table, nullable: true),
            entry_version_id = types.Guid(table, nullable: true),
            catalogue_version = types.Text(table),
            aspect = types.Name(table, nullable: true),
            faq_id = types.Text(table, nullable: true),
            confidence = types.Real(table),
            answered_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_answer_record", t => t.id);
            table.ForeignKey("fk_answer_record_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.SetNull);
        });
        migration.CreateIndex("ix_answer_record_unit_id_answered_at", "answer_record", ["unit_id", "answered_at"]);
        migration.CreateIndex("ix_answer_record_conversation_id", "answer_record", "conversation_id");
    }

    private static void CreateRatings(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("rating", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            account_id = types.Guid(table),
            conversation_id = types.Guid(table),
            platform_message_id = types.Text(table),
            good = types.Flag(table),
            rated_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_rating", t => t.id);
            table.ForeignKey("fk_rating_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_rating_conversation_id", "rating", "conversation_id");
    }

    private static void CreateErasures(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("erasure", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            account_id = types.Guid(table),
            citizen_id = types.Text(table),
            requested_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_erasure", t => t.id);
            table.ForeignKey("fk_erasure_account_id", t => t.account_id, "channel_account", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("fk_erasure_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_erasure_requested_at", "erasure", "requested_at");
        migration.CreateIndex("ix_erasure_account_id", "erasure", "account_id");
        migration.CreateIndex("ix_erasure_unit_id", "erasure", "unit_id");
    }
}
