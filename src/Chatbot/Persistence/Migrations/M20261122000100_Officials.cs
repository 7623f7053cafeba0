using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>The tree of units, officials with their sessions and links, and the audit trail.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122000100_Officials")]
internal sealed class M20261122000100_Officials : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        GrowUnits(migrationBuilder);
        CreateOfficials(migrationBuilder, types);
        CreateSessions(migrationBuilder, types);
        CreateInvitations(migrationBuilder, types);
        CreateRecoveryCodes(migrationBuilder, types);
        CreateAudit(migrationBuilder, types);
    }

    // Until now only the root exists.
    private static void GrowUnits(MigrationBuilder migration)
    {
        var sqlite = ColumnTypes.IsSqlite(migration);
        migration.AddColumn<string>("kind", "unit", sqlite ? "TEXT" : "character varying(40)", nullable: false, defaultValue: nameof(UnitKind.Commune));
        migration.AddColumn<string>("path", "unit", sqlite ? "TEXT" : "text", nullable: false, defaultValue: "");
        migration.Sql($"UPDATE unit SET path = '{Unit.Step(Unit.RootId)}' WHERE parent_id IS NULL");
        migration.CreateIndex("ix_unit_path", "unit", "path", unique: true);
    }

    private static void CreateOfficials(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("official", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            full_name = types.Text(table),
            search_text = types.Text(table),
            user_name = types.Text(table, nullable: true),
            normalized_user_name = types.Text(table, nullable: true),
            password_hash = types.Text(table, nullable: true),
            security_stamp = types.Text(table, nullable: true),
            concurrency_stamp = types.Text(table, nullable: true),
            rights = types.Number(table),
            is_away = types.Flag(table),
            locked_at = types.Time(table, nullable: true),
            two_factor_enabled = types.Flag(table),
            totp_key = types.Text(table, nullable: true),
            last_totp_step = types.BigNumber(table),
            lockout_enabled = types.Flag(table),
            lockout_end = types.Time(table, nullable: true),
            access_failed_count = types.Number(table),
            created_at = types.Time(table),
            last_signed_in_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_official", t => t.id);
            table.ForeignKey("fk_official_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_official_normalized_user_name", "official", "normalized_user_name", unique: true);
        migration.CreateIndex("ix_official_unit_id_full_name", "official", ["unit_id", "full_name"]);
    }

    private static void CreateSessions(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("official_session", table => new
        {
            id = types.Id(table),
            official_id = types.Guid(table),
            created_at = types.Time(table),
            ends_at = types.Time(table),
            last_seen_at = types.Time(table),
            revoked_at = types.Time(table, nullable: true),
            address = types.Text(table),
            browser = types.Text(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_official_session", t => t.id);
            table.ForeignKey("fk_official_session_official_id", t => t.official_id, "official", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_official_session_official_id_ends_at", "official_session", ["official_id", "ends_at"]);
        migration.CreateIndex("ix_official_session_ends_at", "official_session", "ends_at");
    }

    private static void CreateInvitations(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("invitation", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            official_id = types.Guid(table),
            kind = types.Name(table),
            token_hash = types.Text(table),
            issued_at = types.Time(table),
            expires_at = types.Time(table),
            used_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_invitation", t => t.id);
            table.ForeignKey("fk_invitation_official_id", t => t.official_id, "official", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("fk_invitation_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_invitation_token_hash", "invitation", "token_hash", unique: true);
        migration.CreateIndex("ix_invitation_official_id", "invitation", "official_id");
        migration.CreateIndex("ix_invitation_unit_id_expires_at", "invitation", ["unit_id", "expires_at"]);
    }

    private static void CreateRecoveryCodes(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("recovery_code", table => new
        {
            id = types.Id(table),
            official_id = types.Guid(table),
            code_hash = types.Text(table),
            used_at = types.Time(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_recovery_code", t => t.id);
            table.ForeignKey("fk_recovery_code_official_id", t => t.official_id, "official", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_recovery_code_official_id_code_hash", "recovery_code", ["official_id", "code_hash"], unique: true);
    }

    private static void CreateAudit(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("audit_entry", table => new
        {
            sequence = types.BigNumber(table),
            at = types.Time(table),
            official_id = types.Guid(table, nullable: true),
            unit_id = types.Guid(table),
            address = types.Text(table),
            action = types.Text(table),
            subject_kind = types.Text(table),
            subject_id = types.Text(table),
            details = types.Text(table),
            previous_hash = types.Text(table),
            hash = types.Text(table),
        }, constraints: table => table.PrimaryKey("pk_audit_entry", t => t.sequence));
        migration.CreateIndex("ix_audit_entry_previous_hash", "audit_entry", "previous_hash", unique: true);
        migration.CreateIndex("ix_audit_entry_unit_id_sequence", "audit_entry", ["unit_id", "sequence"]);
        migration.CreateIndex("ix_audit_entry_official_id_sequence", "audit_entry", ["official_id", "sequence"]);
        migration.CreateIndex("ix_audit_entry_subject_id_sequence", "audit_entry", ["subject_id", "sequence"]);
        migration.CreateIndex("ix_audit_entry_at", "audit_entry", "at");
        migration.CreateTable("audit_head", table => new
        {
            id = types.Number(table),
            sequence = types.BigNumber(table),
            hash = types.Text(table),
        }, constraints: table => table.PrimaryKey("pk_audit_head", t => t.id));
        migration.Sql($"INSERT INTO audit_head (id, sequence, hash) VALUES ({AuditHead.OnlyId}, 0, '{AuditChain.Start}')");
        foreach (var statement in ColumnTypes.IsSqlite(migration) ? AuditGuards.Sqlite : AuditGuards.Postgres) migration.Sql(statement);
    }
}
