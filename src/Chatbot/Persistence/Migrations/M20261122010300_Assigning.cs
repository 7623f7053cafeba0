using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Who answers, who is there, and what they are told.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122010300_Assigning")]
internal sealed class M20261122010300_Assigning : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateAgents(migrationBuilder, types);
        CreatePresence(migrationBuilder, types);
        CreateNotices(migrationBuilder, types);
    }

    private static void CreateAgents(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("agent", table => new
        {
            official_id = types.Guid(table),
            unit_id = types.Guid(table),
            skills = types.Text(table),
            most_cases = types.Number(table),
            is_on_duty = types.Flag(table),
            away_until = types.Time(table, nullable: true),
            last_assigned_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_agent", t => t.official_id);
            table.ForeignKey("fk_agent_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_agent_unit_id", "agent", "unit_id");
    }

    private static void CreatePresence(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("presence", table => new
        {
            case_id = types.Guid(table),
            official_id = types.Guid(table),
            kind = types.Name(table),
            until = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_presence", t => new { t.case_id, t.official_id });
            table.ForeignKey("fk_presence_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_presence_until", "presence", "until");
    }

    private static void CreateNotices(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("notice", table => new
        {
            id = types.Counter(table),
            case_id = types.Guid(table),
            unit_id = types.Guid(table),
            kind = types.Name(table),
            audience = types.Name(table),
            official_id = types.Guid(table, nullable: true),
            cause = types.Text(table),
            created_at = types.Time(table),
            seen_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_notice", t => t.id);
            table.ForeignKey("fk_notice_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_notice_case_id_cause", "notice", ["case_id", "cause"], unique: true);
        migration.CreateIndex("ix_notice_official_id_id", "notice", ["official_id", "id"]);
        migration.CreateIndex("ix_notice_unit_id_audience_id", "notice", ["unit_id", "audience", "id"]);
    }
}
