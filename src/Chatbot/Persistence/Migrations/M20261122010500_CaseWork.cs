using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Notes, labels, canned answers, macros, files, blocked citizens, and what comes after a case.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122010500_CaseWork")]
internal sealed class M20261122010500_CaseWork : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateNotes(migrationBuilder, types);
        CreateLabels(migrationBuilder, types);
        CreatePhrases(migrationBuilder, types);
        CreateFiles(migrationBuilder, types);
        CreateSurveys(migrationBuilder, types);
        migrationBuilder.AddColumn<DateTimeOffset>("blocked_at", "conversation", types.TimeType, nullable: true);
    }

    private static void CreateNotes(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("case_note", table => new
        {
            id = types.Id(table),
            case_id = types.Guid(table),
            author_id = types.Guid(table),
            text = types.Text(table),
            written_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_case_note", t => t.id);
            table.ForeignKey("fk_case_note_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_case_note_case_id_written_at", "case_note", ["case_id", "written_at"]);
    }

    private static void CreateLabels(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("label", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            name = types.Text(table),
            colour = types.Text(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_label", t => t.id);
            table.ForeignKey("fk_label_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_label_unit_id_name", "label", ["unit_id", "name"], unique: true);
        migration.CreateTable("case_label", table => new { case_id = types.Guid(table), label_id = types.Guid(table) }, constraints: table =>
        {
            table.PrimaryKey("pk_case_label", t => new { t.case_id, t.label_id });
            table.ForeignKey("fk_case_label_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("fk_case_label_label_id", t => t.label_id, "label", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_case_label_label_id", "case_label", "label_id");
    }

    private static void CreatePhrases(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("canned_answer", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            title = types.Text(table),
            text = types.Text(table),
            folded = types.Text(table),
            changed_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_canned_answer", t => t.id);
            table.ForeignKey("fk_canned_answer_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_canned_answer_unit_id_title", "canned_answer", ["unit_id", "title"], unique: true);
        migration.CreateTable("macro", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            name = types.Text(table),
            steps = types.Text(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_macro", t => t.id);
            table.ForeignKey("fk_macro_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_macro_unit_id_name", "macro", ["unit_id", "name"], unique: true);
    }

    private static void CreateFiles(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("case_file", table => new
        {
            id = types.Id(table),
            case_id = types.Guid(table),
            official_id = types.Guid(table),
            name = types.Text(table),
            content_type = types.Text(table),
            size = types.BigNumber(table),
            hash = types.Text(table),
            added_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_case_file", t => t.id);
            table.ForeignKey("fk_case_file_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_case_file_case_id_added_at", "case_file", ["case_id", "added_at"]);
    }

    private static void CreateSurveys(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("survey", table => new
        {
            id = types.Id(table),
            case_id = types.Guid(table),
            unit_id = types.Guid(table),
            asked_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_survey", t => t.id);
            table.ForeignKey("fk_survey_case_id", t => t.case_id, "case", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_survey_case_id", "survey", "case_id", unique: true);
        migration.CreateIndex("ix_survey_unit_id_asked_at", "survey", ["unit_id", "asked_at"]);
        migration.CreateTable("survey_score", table => new
        {
            survey_id = types.Guid(table),
            question = types.Name(table),
            score = types.Number(table),
            answered_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_survey_score", t => new { t.survey_id, t.question });
            table.ForeignKey("fk_survey_score_survey_id", t => t.survey_id, "survey", "id", onDelete: ReferentialAction.Cascade);
        });
    }
}
