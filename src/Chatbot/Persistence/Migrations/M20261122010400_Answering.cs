using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Officials' answers, and which outbox messages carry them.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122010400_Answering")]
internal sealed class M20261122010400_Answering : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.CreateTable("case_answer", table => new
        {
            id = types.Id(table),
            case_id = types.Guid(table),
            request_id = types.Guid(table),
            author_id = types.Guid(table),
            text = types.Text(table),
            purpose = types.Name(table),
            state = types.Name(table),
            approver_id = types.Guid(table, nullable: true),
            return_note = types.Text(table),
            created_at = types.Time(table),
            queued_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_case_answer", t => t.id);
            table.ForeignKey("fk_case_answer_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("ix_case_answer_request_id", "case_answer", "request_id", unique: true);
        migrationBuilder.CreateIndex("ix_case_answer_case_id_created_at", "case_answer", ["case_id", "created_at"]);
        migrationBuilder.CreateIndex("ix_case_answer_case_id_purpose", "case_answer", ["case_id", "purpose"], unique: true,
            filter: "purpose = 'Apology' and state not in ('Withdrawn', 'Returned')");
        migrationBuilder.CreateIndex("ix_case_answer_state", "case_answer", "state", filter: "state in ('AwaitingApproval', 'Held', 'Offered')");
        migrationBuilder.AddColumn<Guid>("answer_id", "outbox_message", types.GuidType, nullable: true);
        migrationBuilder.AddColumn<bool>("as_human_agent", "outbox_message", types.FlagType, nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("ix_outbox_message_answer_id", "outbox_message", "answer_id", filter: "answer_id IS NOT NULL");
        migrationBuilder.AddColumn<bool>("has_human_agent", "channel_account", types.FlagType, nullable: false, defaultValue: false);
    }
}
