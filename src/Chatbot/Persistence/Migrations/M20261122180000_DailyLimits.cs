using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>What offices may send in a day and have sent, and who settled by hand what the platforms never told.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122180000_DailyLimits")]
internal sealed class M20261122180000_DailyLimits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.CreateTable("daily_limit", table => new { id = types.Id(table), unit_id = types.Guid(table), messages = types.Number(table) }, constraints: table =>
        {
            table.PrimaryKey("pk_daily_limit", t => t.id);
            table.ForeignKey("fk_daily_limit_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("ix_daily_limit_unit_id", "daily_limit", "unit_id", unique: true);
        migrationBuilder.CreateTable("daily_sending", table => new { unit_id = types.Guid(table), day = types.Day(table), used = types.Number(table), granted = types.Number(table) },
            constraints: table => table.PrimaryKey("pk_daily_sending", t => new { t.unit_id, t.day }));
        foreach (var table in new[] { "delivery", "publication" })
        {
            migrationBuilder.AddColumn<Guid>("settled_by", table, types.GuidType, nullable: true);
            migrationBuilder.AddColumn<DateTimeOffset>("settled_at", table, types.TimeType, nullable: true);
        }
    }
}
