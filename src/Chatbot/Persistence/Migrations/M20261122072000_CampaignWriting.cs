using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>The register of legal documents, messages kept as templates, and campaigns that return.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122072000_CampaignWriting")]
internal sealed class M20261122072000_CampaignWriting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateRegister(migrationBuilder, types);
        CreateTemplates(migrationBuilder, types);
        AddSeries(migrationBuilder, types);
        foreach (var guard in ColumnTypes.IsSqlite(migrationBuilder) ? SeriesGuards.Sqlite : SeriesGuards.Postgres) migrationBuilder.Sql(guard);
    }

    private static void CreateRegister(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("legal_document", table => new
        {
            id = types.Id(table),
            key = types.Text(table),
            number = types.Text(table),
            short_name = types.Text(table),
            title = types.Text(table),
            issued_on = types.Day(table, nullable: true),
            status = types.Name(table),
            since = types.Day(table, nullable: true),
            replaced_by = types.Text(table),
            changed_at = types.Time(table),
            revision = types.Number(table),
        }, constraints: table => table.PrimaryKey("pk_legal_document", t => t.id));
        migration.CreateIndex("ix_legal_document_key", "legal_document", "key", unique: true);
    }

    private static void CreateTemplates(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("message_template", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            name = types.Text(table),
            version = types.Number(table),
            content = types.Text(table),
            withdrawn_at = types.Time(table, nullable: true),
            revision = types.Number(table),
            changed_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_message_template", t => t.id);
            table.ForeignKey("fk_message_template_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_message_template_unit_id", "message_template", "unit_id");
        migration.CreateTable("template_version", table => new
        {
            id = types.Id(table),
            template_id = types.Guid(table),
            version = types.Number(table),
            content = types.Text(table),
            saved_by = types.Guid(table),
            saved_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_template_version", t => t.id);
            table.ForeignKey("fk_template_version_template_id", t => t.template_id, "message_template", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_template_version_template_id_version", "template_version", ["template_id", "version"], unique: true);
    }

    private static void AddSeries(MigrationBuilder migration, ColumnTypes types)
    {
        migration.AddColumn<Guid>("series_id", "campaign", types.GuidType, nullable: true);
        migration.AddColumn<DateTimeOffset>("occurs_at", "campaign", types.TimeType, nullable: true);
        migration.AddColumn<int>("step", "campaign", ColumnTypes.IsSqlite(migration) ? "INTEGER" : "integer", nullable: false, defaultValue: 0);
        migration.AddColumn<DateTimeOffset>("next_at", "campaign", types.TimeType, nullable: true);
        migration.CreateIndex("ix_campaign_next_at", "campaign", "next_at");
        migration.CreateIndex("ix_campaign_series_id_occurs_at_step", "campaign", ["series_id", "occurs_at", "step"], unique: true);
        migration.AddColumn<DateTimeOffset>("followed_at", "conversation", types.TimeType, nullable: true);
    }
}
