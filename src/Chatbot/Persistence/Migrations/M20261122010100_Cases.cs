using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Handovers become cases; every row, its code and its state are kept.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122010100_Cases")]
internal sealed class M20261122010100_Cases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateCases(migrationBuilder, types);
        CreateEvents(migrationBuilder, types);
        migrationBuilder.AddColumn<Guid>("case_id", "conversation", types.GuidType, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("keep_until", "conversation", types.TimeType, nullable: true);
        MoveHandovers(migrationBuilder, types);
        migrationBuilder.DropTable("handover");
    }

    private static void CreateCases(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("case", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            handler_unit_id = types.Guid(table),
            account_id = types.Guid(table),
            conversation_id = types.Guid(table),
            channel = types.Name(table),
            tracking_code = types.Text(table),
            kind = types.Name(table),
            is_kind_confirmed = types.Flag(table),
            origin = types.Name(table),
            state = types.Name(table),
            question = types.Text(table),
            opened_at = types.Time(table),
            rule_id = types.Text(table),
            clock_from = types.Time(table),
            half_at = types.Time(table, nullable: true),
            near_at = types.Time(table, nullable: true),
            due_at = types.Time(table, nullable: true),
            level = types.Number(table),
            next_level_at = types.Time(table, nullable: true),
            round = types.Number(table),
            extensions = types.Number(table),
            assignee_id = types.Guid(table, nullable: true),
            assigned_at = types.Time(table, nullable: true),
            last_assignee_id = types.Guid(table, nullable: true),
            changed_at = types.Time(table),
            seen_at = types.Time(table, nullable: true),
            first_answered_at = types.Time(table, nullable: true),
            answered_at = types.Time(table, nullable: true),
            closed_at = types.Time(table, nullable: true),
            end = types.Name(table, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_case", t => t.id);
            table.ForeignKey("fk_case_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("fk_case_handler_unit_id", t => t.handler_unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("fk_case_account_id", t => t.account_id, "channel_account", "id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("fk_case_conversation_id", t => t.conversation_id, "conversation", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_case_tracking_code", "case", "tracking_code", unique: true);
        migration.CreateIndex("ix_case_handler_unit_id_state_changed_at", "case", ["handler_unit_id", "state", "changed_at"]);
        migration.CreateIndex("ix_case_unit_id_changed_at", "case", ["unit_id", "changed_at"]);
        migration.CreateIndex("ix_case_assignee_id_state", "case", ["assignee_id", "state"]);
        foreach (var column in new[] { "conversation_id", "account_id", "due_at", "changed_at", "opened_at" })
            migration.CreateIndex($"ix_case_{column}", "case", column);
        migration.CreateIndex("ix_case_next_level_at", "case", "next_level_at", filter: "next_level_at IS NOT NULL");
    }

    private static void CreateEvents(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("case_event", table => new
        {
            id = types.Counter(table),
            case_id = types.Guid(table),
            verb = types.Name(table),
            state = types.Name(table),
            official_id = types.Guid(table, nullable: true),
            happened_at = types.Time(table),
            detail = types.Text(table),
            note = types.Text(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_case_event", t => t.id);
            table.ForeignKey("fk_case_event_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_case_event_case_id_id", "case_event", ["case_id", "id"]);
        if (ColumnTypes.IsSqlite(migration))
        {
            migration.Sql("CREATE TRIGGER case_event_is_final BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'case_event is only added to'); END;");
            return;
        }
        migration.Sql("""
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is only added to', TG_TABLE_NAME; END $$;
            CREATE TRIGGER case_event_is_final BEFORE UPDATE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
            """);
    }

    // Old matters had a promised hour and no levels: they are warned of when that hour has come.
    private static void MoveHandovers(MigrationBuilder migration, ColumnTypes types)
    {
        migration.Sql($"""
            INSERT INTO "case" (id, unit_id, handler_unit_id, account_id, conversation_id, channel, tracking_code, kind, is_kind_confirmed, origin, state,
              question, opened_at, rule_id, clock_from, half_at, near_at, due_at, level, next_level_at, round, extensions, changed_at, closed_at, "end")
            SELECT h.id, h.unit_id, h.unit_id, h.account_id, h.conversation_id, a.channel, h.tracking_code,
              CASE h.kind WHEN 'Complaint' THEN 'Petition' ELSE 'Question' END, {types.False}, h.kind, CASE h.status WHEN 'Open' THEN 'New' ELSE 'Closed' END,
              h.question, h.opened_at, CASE WHEN h.due_at IS NULL THEN '' ELSE 'first-answer' END, h.opened_at, h.due_at, h.due_at, h.due_at, 0,
              CASE h.status WHEN 'Open' THEN h.due_at END, 1, 0, COALESCE(h.closed_at, h.opened_at), h.closed_at, CASE h.status WHEN 'Open' THEN NULL ELSE 'Resolved' END
            FROM handover h JOIN channel_account a ON a.id = h.account_id
            """);
        migration.Sql("""
            INSERT INTO case_event (case_id, verb, state, happened_at, detail, note) SELECT id, 'Open', 'New', opened_at, origin, '' FROM "case"
            """);
        migration.Sql("""
            INSERT INTO case_event (case_id, verb, state, happened_at, detail, note) SELECT id, 'Close', 'Closed', closed_at, 'Resolved', '' FROM "case" WHERE closed_at IS NOT NULL
            """);
        migration.Sql($"""
            UPDATE conversation SET keep_until = {types.FarAway},
              case_id = (SELECT c.id FROM "case" c WHERE c.conversation_id = conversation.id AND c.state <> 'Closed' ORDER BY c.opened_at DESC LIMIT 1)
            WHERE EXISTS (SELECT 1 FROM "case" c WHERE c.conversation_id = conversation.id AND c.state <> 'Closed')
            """);
    }
}
