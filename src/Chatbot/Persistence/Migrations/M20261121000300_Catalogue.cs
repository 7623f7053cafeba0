using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Procedures and FAQ in versions, offices, and the imports that brought them.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261121000300_Catalogue")]
internal sealed class M20261121000300_Catalogue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateImports(migrationBuilder, types);
        CreateProcedures(migrationBuilder, types);
        CreateFaq(migrationBuilder, types);
        CreateOffices(migrationBuilder, types);
    }

    private static void CreateImports(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("import_run", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            kind = types.Name(table),
            source = types.Text(table),
            file_name = types.Text(table),
            started_at = types.Time(table),
            finished_at = types.Time(table, nullable: true),
            rows = types.Number(table),
            added = types.Number(table),
            amended = types.Number(table),
            unchanged = types.Number(table),
            gone = types.Number(table),
            left_out = types.Number(table),
        }, constraints: table => table.PrimaryKey("pk_import_run", t => t.id));
        migration.CreateIndex("ix_import_run_unit_id_started_at", "import_run", ["unit_id", "started_at"]);
        migration.CreateTable("import_problem", table => new
        {
            id = types.Counter(table),
            import_id = types.Guid(table),
            row = types.Number(table),
            code = types.Text(table),
            field = types.Text(table),
            problem = types.Text(table),
            left_out = types.Flag(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_import_problem", t => t.id);
            table.ForeignKey("fk_import_problem_import_id", t => t.import_id, "import_run", "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("ix_import_problem_import_id", "import_problem", "import_id");
    }

    private static void CreateProcedures(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("procedure_version", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            code = types.Text(table),
            version = types.Number(table),
            status = types.Name(table),
            valid_from = types.Day(table, nullable: true),
            valid_until = types.Day(table, nullable: true),
            superseded_on = types.Day(table, nullable: true),
            replaced_by = types.Text(table, nullable: true),
            title = types.Text(table),
            field = types.Text(table),
            decision_number = types.Text(table),
            content = types.Text(table),
            content_hash = types.Text(table),
            source_date = types.Day(table, nullable: true),
            imported_at = types.Time(table),
            source = types.Text(table),
            import_id = types.Guid(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_procedure_version", t => t.id);
            table.ForeignKey("fk_procedure_version_import_id", t => t.import_id, "import_run", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_procedure_version_unit_id_code_version", "procedure_version", ["unit_id", "code", "version"], unique: true);
        migration.CreateIndex("ix_procedure_version_unit_id_superseded_on", "procedure_version", ["unit_id", "superseded_on"]);
        migration.CreateIndex("ix_procedure_version_import_id", "procedure_version", "import_id");
    }

    private static void CreateFaq(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("faq_version", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            code = types.Text(table),
            version = types.Number(table),
            topic = types.Text(table),
            valid_from = types.Day(table, nullable: true),
            valid_until = types.Day(table, nullable: true),
            superseded_on = types.Day(table, nullable: true),
            content = types.Text(table),
            content_hash = types.Text(table),
            source_date = types.Day(table, nullable: true),
            imported_at = types.Time(table),
            source = types.Text(table),
            import_id = types.Guid(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_faq_version", t => t.id);
            table.ForeignKey("fk_faq_version_import_id", t => t.import_id, "import_run", "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("ix_faq_version_unit_id_code_version", "faq_version", ["unit_id", "code", "version"], unique: true);
        migration.CreateIndex("ix_faq_version_unit_id_superseded_on", "faq_version", ["unit_id", "superseded_on"]);
        migration.CreateIndex("ix_faq_version_import_id", "faq_version", "import_id");
    }

    private static void CreateOffices(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("office_record", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            office_id = types.Text(table),
            content = types.Text(table),
            updated_at = types.Time(table),
        }, constraints: table => table.PrimaryKey("pk_office_record", t => t.id));
        migration.CreateIndex("ix_office_record_unit_id_office_id", "office_record", ["unit_id", "office_id"], unique: true);
    }
}
