using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Offices, accounts, conversations, inbox and outbox.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261121000100_Foundation")]
internal sealed class M20261121000100_Foundation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateUnits(migrationBuilder, types);
        CreateAccounts(migrationBuilder, types);
        CreateConversations(migrationBuilder, types);
        CreateInbox(migrationBuilder, types);
        CreateOutbox(migrationBuilder, types);
        CreateShares(migrationBuilder, types);
    }

    private static void CreateUnits(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("unit", table => new
        {
            id = types.Id(table),
            parent_id = types.Guid(table, nullable: true),
            name = types.Text(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_unit", t => t.id);
            table.ForeignKey("fk_unit_parent_id", t => t.parent_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_unit_parent_id", "unit", "parent_id");
        // Provider-neutral text of the id: SQLite stores GUIDs as upper-case text.
        migration.Sql($"INSERT INTO unit (id, parent_id, name) VALUES ('{Unit.RootId.ToString().ToUpperInvariant()}', NULL, 'Đơn vị gốc')");
    }

    private static void CreateAccounts(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("channel_account", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            channel = types.Name(table),
            platform_id = types.Text(table),
            name = types.Text(table),
            status = types.Name(table),
            access_token = types.Text(table, nullable: true),
            refresh_token = types.Text(table, nullable: true),
            token_expires_at = types.Time(table, nullable: true),
            token_refreshed_at = types.Time(table, nullable: true),
            refresh_owner = types.Text(table, nullable: true),
            refresh_until = types.Time(table, nullable: true),
            seeded_from = types.Text(table, nullable: true),
            created_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_channel_account", t => t.id);
            table.ForeignKey("fk_channel_account_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_channel_account_channel_platform_id", "channel_account", ["channel", "platform_id"], unique: true);
        migration.CreateIndex("ix_channel_account_unit_id", "channel_account", "unit_id");
    }

    private static void CreateConversations(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("conversation", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            account_id = types.Guid(table),
            channel = types.Name(table),
            citizen_id = types.Text(table),
            partition = types.Number(table),
            state = types.Text(table),
            anonymous_conversation_id = types.Text(table, nullable: true),
            last_inbound_at = types.Time(table, nullable: true),
            silent_until = types.Time(table, nullable: true),
            opted_out_at = types.Time(table, nullable: true),
            is_follower = types.Flag(table),
            created_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_conversation", t => t.id);
            table.ForeignKey("fk_conversation_account_id", t => t.account_id, "channel_account", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("fk_conversation_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_conversation_account_id_citizen_id", "conversation", ["account_id", "citizen_id"], unique: true);
        migration.CreateIndex("ix_conversation_unit_id", "conversation", "unit_id");
    }

    private static void CreateInbox(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("inbound_event", table => new
        {
            id = types.Counter(table),
            unit_id = types.Guid(table),
            account_id = types.Guid(table, nullable: true),
            channel = types.Name(table),
            platform_account_id = types.Text(table),
            event_key = types.Text(table),
            kind = types.Text(table),
            citizen_id = types.Text(table),
            partition = types.Number(table),
            occurred_at = types.Time(table),
            received_at = types.Time(table),
            status = types.Name(table),
            handled_at = types.Time(table, nullable: true),
            body = types.Bytes(table, nullable: true),
        }, constraints: table => table.PrimaryKey("pk_inbound_event", t => t.id));
        migration.CreateIndex("ix_inbound_event_channel_platform_account_id_event_key", "inbound_event",
            ["channel", "platform_account_id", "event_key"], unique: true);
        migration.CreateIndex("ix_inbound_event_partition_id", "inbound_event", ["partition", "id"], filter: "status = 'Pending'");
        migration.CreateIndex("ix_inbound_event_account_id_citizen_id", "inbound_event", ["account_id", "citizen_id"]);
        migration.CreateIndex("ix_inbound_event_received_at", "inbound_event", "received_at");
    }

    private static void CreateOutbox(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("outbox_message", table => new
        {
            id = types.Counter(table),
            unit_id = types.Guid(table),
            account_id = types.Guid(table),
            conversation_id = types.Guid(table),
            channel = types.Name(table),
            citizen_id = types.Text(table),
            partition = types.Number(table),
            event_id = types.BigNumber(table, nullable: true),
            body = types.Text(table),
            correlation = types.Text(table),
            status = types.Name(table),
            not_before = types.Time(table),
            attempts = types.Number(table),
            lease_owner = types.Text(table, nullable: true),
            platform_message_id = types.Text(table, nullable: true),
            reason = types.Text(table, nullable: true),
            platform_code = types.Number(table, nullable: true),
            created_at = types.Time(table),
            sent_at = types.Time(table, nullable: true),
            delivered_at = types.Time(table, nullable: true),
            seen_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_outbox_message", t => t.id);
            table.ForeignKey("fk_outbox_message_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_outbox_message_correlation", "outbox_message", "correlation", unique: true);
        migration.CreateIndex("ix_outbox_message_partition_id", "outbox_message", ["partition", "id"],
            filter: "status in ('Planned', 'Claimed', 'Sending')");
        migration.CreateIndex("ix_outbox_message_platform_message_id", "outbox_message", "platform_message_id");
        migration.CreateIndex("ix_outbox_message_conversation_id_id", "outbox_message", ["conversation_id", "id"]);
        migration.CreateIndex("ix_outbox_message_created_at", "outbox_message", "created_at");
    }

    private static void CreateShares(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("partition_lease", table => new
        {
            partition = types.Number(table),
            owner = types.Text(table),
            lease_until = types.Time(table),
        }, constraints: table => table.PrimaryKey("pk_partition_lease", t => t.partition));
        migration.CreateTable("worker_instance", table => new
        {
            id = types.Text(table),
            seen_at = types.Time(table),
        }, constraints: table => table.PrimaryKey("pk_worker_instance", t => t.id));
        var never = migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite" ? "0" : "'1970-01-01T00:00:00Z'";
        for (var partition = 0; partition < Partitions.Count; partition++)
            migration.Sql($"INSERT INTO partition_lease (partition, owner, lease_until) VALUES ({partition}, '', {never})");
    }
}
