using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>What campaigns caused, and the short links whose clicks are counted.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122073100_CampaignEffects")]
internal sealed class M20261122073100_CampaignEffects : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateLinks(migrationBuilder, types);
        migrationBuilder.CreateTable("campaign_effect", table => new
        {
            id = types.Counter(table),
            campaign_id = types.Guid(table),
            delivery_id = types.BigNumber(table),
            kind = types.Name(table),
            subject = types.Text(table),
            happened_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_campaign_effect", t => t.id);
            table.ForeignKey("fk_campaign_effect_delivery_id", t => t.delivery_id, "delivery", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("ix_campaign_effect_delivery_id_kind_subject", "campaign_effect", ["delivery_id", "kind", "subject"], unique: true);
        migrationBuilder.CreateIndex("ix_campaign_effect_campaign_id_kind", "campaign_effect", ["campaign_id", "kind"]);
    }

    private static void CreateLinks(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("short_link", table => new
        {
            id = types.Id(table), campaign_id = types.Guid(table), url = types.Text(table), code = types.Text(table), secret = types.Bytes(table), counting = types.Name(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_short_link", t => t.id);
            table.ForeignKey("fk_short_link_campaign_id", t => t.campaign_id, "campaign", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_short_link_code", "short_link", "code", unique: true);
        migration.CreateIndex("ix_short_link_campaign_id_url", "short_link", ["campaign_id", "url"], unique: true);
        migration.CreateTable("link_click", table => new
        {
            id = types.Counter(table),
            link_id = types.Guid(table),
            campaign_id = types.Guid(table),
            delivery_id = types.BigNumber(table, nullable: true),
            clicked_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_link_click", t => t.id);
            table.ForeignKey("fk_link_click_link_id", t => t.link_id, "short_link", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_link_click_link_id_delivery_id", "link_click", ["link_id", "delivery_id"], unique: true);
        migration.CreateIndex("ix_link_click_campaign_id_id", "link_click", ["campaign_id", "id"]);
    }
}
