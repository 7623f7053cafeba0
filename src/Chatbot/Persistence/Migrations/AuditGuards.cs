namespace Chatbot.Persistence.Migrations;

/// <summary>What the database itself refuses: to change or remove entries of the audit trail, and to set its head back.</summary>
internal static class AuditGuards
{
    public static IReadOnlyList<string> Sqlite { get; } =
    [
        "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
        "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
        "CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END",
        """
        CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.id <> OLD.id OR NEW.sequence <= OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
        """,
    ];

    public static IReadOnlyList<string> Postgres { get; } =
    [
        """
        CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$
        """,
        "CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
        """
        CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head FOR EACH ROW
        WHEN (NEW.id <> OLD.id OR NEW.sequence <= OLD.sequence) EXECUTE FUNCTION audit_refuse()
        """,
    ];
}
