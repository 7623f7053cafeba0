using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Campaigns with their writers and their approval, segments and what they ask about, deliveries and publications, and the rates that processes share.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122060100_Campaigns")]
internal sealed class M20261122060100_Campaigns : Migration
{
    private const string Approved = "'Approved', 'Scheduled', 'Running', 'Paused', 'Finished'";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateCitizenFacts(migrationBuilder, types);
        CreateSegments(migrationBuilder, types);
        CreateCampaigns(migrationBuilder, types);
        CreateDeliveries(migrationBuilder, types);
        CreateShared(migrationBuilder, types);
        foreach (var guard in ColumnTypes.IsSqlite(migrationBuilder) ? CampaignGuards.Sqlite : CampaignGuards.Postgres) migrationBuilder.Sql(guard);
    }

    private static void CreateCitizenFacts(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("citizen_profile", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            person_id = types.Guid(table),
            language = types.Text(table),
            kind = types.Name(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_citizen_profile", t => t.id);
            table.ForeignKey("fk_citizen_profile_id", t => t.id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_citizen_profile_person_id", "citizen_profile", "person_id");
        migration.CreateTable("citizen_tag", table => new { conversation_id = types.Guid(table), tag = types.Text(table) }, constraints: table =>
        {
            table.PrimaryKey("pk_citizen_tag", t => new { t.conversation_id, t.tag });
            table.ForeignKey("fk_citizen_tag_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateTable("topic_choice", table => new
        {
            conversation_id = types.Guid(table), topic = types.Text(table), is_wanted = types.Flag(table), chosen_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_topic_choice", t => new { t.conversation_id, t.topic });
            table.ForeignKey("fk_topic_choice_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void CreateSegments(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("segment", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            name = types.Text(table),
            version = types.Number(table),
            criteria = types.Text(table),
            withdrawn_at = types.Time(table, nullable: true),
            revision = types.Number(table),
            changed_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_segment", t => t.id);
            table.ForeignKey("fk_segment_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_segment_unit_id", "segment", "unit_id");
        migration.CreateTable("segment_version", table => new
        {
            id = types.Id(table),
            segment_id = types.Guid(table),
            version = types.Number(table),
            criteria = types.Text(table),
            saved_by = types.Guid(table),
            saved_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_segment_version", t => t.id);
            table.ForeignKey("fk_segment_version_segment_id", t => t.segment_id, "segment", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_segment_version_segment_id_version", "segment_version", ["segment_id", "version"], unique: true);
    }

    private static void CreateCampaigns(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("campaign", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            name = types.Text(table),
            status = types.Name(table),
            purpose = types.Name(table),
            content = types.Text(table),
            content_hash = types.Text(table),
            starts_at = types.Time(table, nullable: true),
            ends_at = types.Time(table, nullable: true),
            is_public = types.Flag(table),
            author_id = types.Guid(table),
            editor_id = types.Guid(table, nullable: true),
            submitted_at = types.Time(table, nullable: true),
            expected_recipients = types.Number(table),
            needs_second_look = types.Flag(table),
            approver_id = types.Guid(table, nullable: true),
            approved_at = types.Time(table, nullable: true),
            approved_hash = types.Text(table, nullable: true),
            second_approver_id = types.Guid(table, nullable: true),
            second_approved_at = types.Time(table, nullable: true),
            remark = types.Text(table),
            stopped_because = types.Name(table, nullable: true),
            started_at = types.Time(table, nullable: true),
            ended_at = types.Time(table, nullable: true),
            revision = types.Number(table),
            created_at = types.Time(table),
            changed_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_campaign", t => t.id);
            table.ForeignKey("fk_campaign_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
            table.CheckConstraint("ck_campaign_second_person", "approver_id IS NULL OR (approver_id <> author_id AND (editor_id IS NULL OR approver_id <> editor_id))");
            table.CheckConstraint("ck_campaign_third_person",
                "second_approver_id IS NULL OR (approver_id IS NOT NULL AND second_approver_id <> approver_id AND second_approver_id <> author_id AND (editor_id IS NULL OR second_approver_id <> editor_id))");
            table.CheckConstraint("ck_campaign_approved",
                $"status NOT IN ({Approved}) OR (approver_id IS NOT NULL AND approved_at IS NOT NULL AND approved_hash IS NOT NULL AND approved_hash = content_hash AND (NOT needs_second_look OR second_approver_id IS NOT NULL))");
        });
        migration.CreateIndex("ix_campaign_unit_id_status_changed_at", "campaign", ["unit_id", "status", "changed_at"]);
        migration.CreateIndex("ix_campaign_status_starts_at", "campaign", ["status", "starts_at"]);
        migration.CreateTable("campaign_writer", table => new { campaign_id = types.Guid(table), official_id = types.Guid(table) }, constraints: table =>
        {
            table.PrimaryKey("pk_campaign_writer", t => new { t.campaign_id, t.official_id });
            table.ForeignKey("fk_campaign_writer_campaign_id", t => t.campaign_id, "campaign", "id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void CreateDeliveries(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("delivery", table => new
        {
            id = types.Counter(table),
            campaign_id = types.Guid(table),
            batch = types.Number(table),
            person_id = types.Guid(table),
            conversation_id = types.Guid(table, nullable: true),
            account_id = types.Guid(table),
            channel = types.Name(table),
            method = types.Name(table),
            status = types.Name(table),
            reason = types.Text(table, nullable: true),
            platform_code = types.Number(table, nullable: true),
            lease_owner = types.Text(table, nullable: true),
            not_before = types.Time(table),
            attempts = types.Number(table),
            platform_message_id = types.Text(table, nullable: true),
            left_at = types.Time(table, nullable: true),
            sent_at = types.Time(table, nullable: true),
            delivered_at = types.Time(table, nullable: true),
            seen_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_delivery", t => t.id);
            table.ForeignKey("fk_delivery_campaign_id", t => t.campaign_id, "campaign", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("fk_delivery_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.SetNull);
        });
        // A stored computed column has no type of its own on SQLite; a virtual one has, and is stored in its indexes.
        migration.Sql($"ALTER TABLE delivery ADD COLUMN is_open {types.FlagType} NOT NULL GENERATED ALWAYS AS (status in ('Planned', 'Claimed', 'Sending')) {(ColumnTypes.IsSqlite(migration) ? "VIRTUAL" : "STORED")}");
        migration.CreateIndex("ix_delivery_person_id_campaign_id", "delivery", ["person_id", "campaign_id"], unique: true);
        migration.CreateIndex("ix_delivery_campaign_id_account_id_id", "delivery", ["campaign_id", "account_id", "id"], filter: "is_open");
        migration.CreateIndex("ix_delivery_campaign_id_id", "delivery", ["campaign_id", "id"]);
        migration.CreateIndex("ix_delivery_lease_owner", "delivery", "lease_owner", filter: "lease_owner IS NOT NULL AND is_open");
        migration.CreateIndex("ix_delivery_conversation_id", "delivery", "conversation_id");
        migration.CreateIndex("ix_delivery_platform_message_id", "delivery", "platform_message_id", filter: "platform_message_id IS NOT NULL");
        if (!ColumnTypes.IsSqlite(migration))
            migration.Sql("ALTER TABLE delivery SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 500)");
        migration.CreateTable("publication", table => new
        {
            id = types.Id(table),
            campaign_id = types.Guid(table),
            account_id = types.Guid(table),
            channel = types.Name(table),
            status = types.Name(table),
            begun = types.Text(table, nullable: true),
            reason = types.Text(table, nullable: true),
            platform_code = types.Number(table, nullable: true),
            lease_owner = types.Text(table, nullable: true),
            not_before = types.Time(table),
            platform_id = types.Text(table, nullable: true),
            published_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_publication", t => t.id);
            table.ForeignKey("fk_publication_campaign_id", t => t.campaign_id, "campaign", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_publication_campaign_id_account_id", "publication", ["campaign_id", "account_id"], unique: true);
        migration.CreateIndex("ix_publication_status_not_before", "publication", ["status", "not_before"]);
    }

    private static void CreateShared(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("campaign_worker", table => new { id = types.Text(table), until = types.Time(table) }, constraints: table => table.PrimaryKey("pk_campaign_worker", t => t.id));
        migration.CreateTable("rate_bucket", table => new { id = types.Text(table), tokens = types.Real(table), filled_at = types.Time(table), granted = types.Number(table) },
            constraints: table => table.PrimaryKey("pk_rate_bucket", t => t.id));
    }
}
