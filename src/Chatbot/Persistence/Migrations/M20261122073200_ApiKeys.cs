using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Keys of other systems, and the answers that they may ask for again.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122073200_ApiKeys")]
internal sealed class M20261122073200_ApiKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.CreateTable("api_key", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            name = types.Text(table),
            hash = types.Text(table),
            start = types.Text(table),
            scopes = types.Number(table),
            created_by = types.Guid(table),
            created_at = types.Time(table),
            expires_at = types.Time(table),
            revoked_at = types.Time(table, nullable: true),
            last_used_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_api_key", t => t.id);
            table.ForeignKey("fk_api_key_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("ix_api_key_hash", "api_key", "hash", unique: true);
        migrationBuilder.CreateIndex("ix_api_key_unit_id", "api_key", "unit_id");
        migrationBuilder.CreateTable("api_answer", table => new
        {
            key_id = types.Guid(table), request_key = types.Text(table), request_hash = types.Text(table), status = types.Number(table), body = types.Text(table), answered_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_api_answer", t => new { t.key_id, t.request_key });
            table.ForeignKey("fk_api_answer_key_id", t => t.key_id, "api_key", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("ix_api_answer_answered_at", "api_answer", "answered_at");
    }
}
