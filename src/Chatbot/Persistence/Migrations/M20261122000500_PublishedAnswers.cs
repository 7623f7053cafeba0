using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Questions and answers for everybody, their versions, and the radio issues made of them.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122000500_PublishedAnswers")]
internal sealed class M20261122000500_PublishedAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateAnswers(migrationBuilder, types);
        CreateVersions(migrationBuilder, types);
        CreateIssues(migrationBuilder, types);
    }

    private static void CreateAnswers(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("published_answer", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            code = types.Text(table),
            status = types.Name(table),
            question = types.Text(table),
            other_questions = types.Text(table),
            answer = types.Text(table),
            source = types.Text(table),
            source_url = types.Text(table),
            field = types.Text(table),
            procedure_code = types.Text(table, nullable: true),
            valid_from = types.Day(table, nullable: true),
            valid_until = types.Day(table, nullable: true),
            plan_task = types.Text(table, nullable: true),
            plan_criterion = types.Text(table, nullable: true),
            plan_period = types.Text(table, nullable: true),
            origin_case_id = types.Guid(table, nullable: true),
            author_id = types.Guid(table),
            editor_id = types.Guid(table, nullable: true),
            submitted_at = types.Time(table, nullable: true),
            personal_data_kept_by = types.Guid(table, nullable: true),
            approver_id = types.Guid(table, nullable: true),
            approver_name = types.Text(table),
            approved_at = types.Time(table, nullable: true),
            approved_hash = types.Text(table, nullable: true),
            remark = types.Text(table),
            withdrawn_at = types.Time(table, nullable: true),
            version = types.Number(table),
            version_id = types.Guid(table),
            text_hash = types.Text(table),
            search_text = types.Text(table),
            revision = types.Number(table),
            publications = types.Number(table),
            created_at = types.Time(table),
            changed_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_published_answer", t => t.id);
            table.ForeignKey("fk_published_answer_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
            table.CheckConstraint("ck_published_answer_second_person", "approver_id IS NULL OR (approver_id <> author_id AND (editor_id IS NULL OR approver_id <> editor_id))");
            table.CheckConstraint("ck_published_answer_approved", "status <> 'Published' OR (approver_id IS NOT NULL AND approved_at IS NOT NULL AND approved_hash IS NOT NULL AND approved_hash = text_hash)");
        });
        migration.CreateIndex("ix_published_answer_code", "published_answer", "code", unique: true);
        migration.CreateIndex("ix_published_answer_origin_case_id", "published_answer", "origin_case_id", unique: true);
        migration.CreateIndex("ix_published_answer_unit_id_status_approved_at", "published_answer", ["unit_id", "status", "approved_at"]);
    }

    private static void CreateVersions(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("answer_version", table => new
        {
            id = types.Id(table),
            answer_id = types.Guid(table),
            version = types.Number(table),
            question = types.Text(table),
            other_questions = types.Text(table),
            answer = types.Text(table),
            source = types.Text(table),
            source_url = types.Text(table),
            field = types.Text(table),
            procedure_code = types.Text(table, nullable: true),
            valid_from = types.Day(table, nullable: true),
            valid_until = types.Day(table, nullable: true),
            text_hash = types.Text(table),
            saved_by = types.Guid(table),
            saved_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_answer_version", t => t.id);
            table.ForeignKey("fk_answer_version_answer_id", t => t.answer_id, "published_answer", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_answer_version_answer_id_version", "answer_version", ["answer_id", "version"], unique: true);
    }

    private static void CreateIssues(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("radio_issue", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            number = types.Number(table),
            day = types.Day(table),
            created_by = types.Guid(table),
            created_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_radio_issue", t => t.id);
            table.ForeignKey("fk_radio_issue_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
            table.CheckConstraint("ck_radio_issue_number", "number > 0");
        });
        migration.CreateIndex("ix_radio_issue_unit_id_number", "radio_issue", ["unit_id", "number"], unique: true);
        migration.CreateTable("radio_item", table => new
        {
            id = types.Id(table),
            issue_id = types.Guid(table),
            place = types.Number(table),
            version_id = types.Guid(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_radio_item", t => t.id);
            table.ForeignKey("fk_radio_item_issue_id", t => t.issue_id, "radio_issue", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("fk_radio_item_version_id", t => t.version_id, "answer_version", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_radio_item_issue_id_place", "radio_item", ["issue_id", "place"], unique: true);
        migration.CreateIndex("ix_radio_item_version_id", "radio_item", "version_id");
    }
}
