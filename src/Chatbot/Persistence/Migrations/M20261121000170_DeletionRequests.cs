using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Demands for deletion that came through a platform.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261121000170_DeletionRequests")]
internal sealed class M20261121000170_DeletionRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.CreateTable("deletion_request", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            channel = types.Name(table),
            confirmation_code = types.Text(table),
            requested_at = types.Time(table),
            due_at = types.Time(table),
            done_at = types.Time(table, nullable: true),
            outcome = types.Name(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_deletion_request", t => t.id);
            table.ForeignKey("fk_deletion_request_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("ix_deletion_request_confirmation_code", "deletion_request", "confirmation_code", unique: true);
        migrationBuilder.CreateIndex("ix_deletion_request_due_at", "deletion_request", "due_at", filter: "done_at is null");
        migrationBuilder.CreateIndex("ix_deletion_request_unit_id", "deletion_request", "unit_id");
    }
}
