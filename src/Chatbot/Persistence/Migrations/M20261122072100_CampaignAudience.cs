using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Topics that an office offers, the mark of a citizen's phone number, and officials' own accounts for a look at what they write.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122072100_CampaignAudience")]
internal sealed class M20261122072100_CampaignAudience : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.AddColumn<string>("phone_hash", "citizen_profile", types.TextType, nullable: true);
        migrationBuilder.CreateIndex("ix_citizen_profile_phone_hash", "citizen_profile", "phone_hash", filter: "phone_hash IS NOT NULL");
        migrationBuilder.CreateTable("outreach_topic", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            code = types.Text(table),
            name = types.Text(table),
            withdrawn_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_outreach_topic", t => t.id);
            table.ForeignKey("fk_outreach_topic_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("ix_outreach_topic_unit_id_code", "outreach_topic", ["unit_id", "code"], unique: true);
        migrationBuilder.CreateTable("official_contact", table => new
        {
            id = types.Id(table),
            official_id = types.Guid(table),
            code = types.Text(table),
            asked_at = types.Time(table),
            conversation_id = types.Guid(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_official_contact", t => t.id);
            table.ForeignKey("fk_official_contact_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("ix_official_contact_official_id", "official_contact", "official_id");
        migrationBuilder.CreateIndex("ix_official_contact_code", "official_contact", "code", unique: true);
        migrationBuilder.CreateIndex("ix_official_contact_conversation_id", "official_contact", "conversation_id");
    }
}
