using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Changes of the catalogue by hand, search without accents, and how far an import is.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122030100_CatalogueEditing")]
internal sealed class M20261122030100_CatalogueEditing : Migration
{
    // Each base letter with all that is written over and under it, composed; the "đ" is a letter of its own.
    private static readonly (char Base, string Letters)[] Accented =
    [
        ('a', "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"), ('e', "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"), ('i', "ìíỉĩịÌÍỈĨỊ"), ('o', "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
        ('u', "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"), ('y', "ỳýỷỹỵỲÝỶỸỴ"), ('d', "đĐ"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        CreateDrafts(migrationBuilder, types);
        AddSearch(migrationBuilder, types);
        migrationBuilder.AddColumn<DateTimeOffset>("progressed_at", "import_run", types.TimeType, nullable: true);
    }

    private static void CreateDrafts(MigrationBuilder migration, ColumnTypes types)
    {
        migration.CreateTable("entry_draft", table => new
        {
            id = types.Id(table),
            unit_id = types.Guid(table),
            kind = types.Name(table),
            code = types.Text(table),
            base_version_id = types.Guid(table, nullable: true),
            title = types.Text(table),
            content = types.Text(table),
            content_hash = types.Text(table),
            status = types.Name(table),
            author_id = types.Guid(table),
            editor_id = types.Guid(table, nullable: true),
            submitted_at = types.Time(table, nullable: true),
            approver_id = types.Guid(table, nullable: true),
            approved_at = types.Time(table, nullable: true),
            approved_hash = types.Text(table, nullable: true),
            remark = types.Text(table),
            revision = types.Number(table),
            created_at = types.Time(table),
            changed_at = types.Time(table),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_entry_draft", t => t.id);
            table.ForeignKey("fk_entry_draft_unit_id", t => t.unit_id, "unit", "id", onDelete: ReferentialAction.Restrict);
            table.CheckConstraint("ck_entry_draft_second_person", "approver_id IS NULL OR (approver_id <> author_id AND (editor_id IS NULL OR approver_id <> editor_id))");
            table.CheckConstraint("ck_entry_draft_approved", "status <> 'Approved' OR (approver_id IS NOT NULL AND approved_at IS NOT NULL AND approved_hash IS NOT NULL AND approved_hash = content_hash)");
        });
        migration.CreateIndex("ix_entry_draft_unit_id_kind_code", "entry_draft", ["unit_id", "kind", "code"], unique: true, filter: "status in ('Draft', 'Submitted', 'Returned')");
        migration.CreateIndex("ix_entry_draft_unit_id_status_changed_at", "entry_draft", ["unit_id", "status", "changed_at"]);
    }

    private static void AddSearch(MigrationBuilder migration, ColumnTypes types)
    {
        migration.AddColumn<string>("search_text", "procedure_version", types.TextType, nullable: false, defaultValue: "");
        migration.AddColumn<string>("search_text", "faq_version", types.TextType, nullable: false, defaultValue: "");
        migration.AddColumn<string>("title", "faq_version", types.TextType, nullable: false, defaultValue: "");
        var isSqlite = ColumnTypes.IsSqlite(migration);
        var (first, all) = isSqlite
            ? ("json_extract(content, '$.questions[0]')", "json_extract(content, '$.questions')")
            : ("content::json -> 'questions' ->> 0", "content::json ->> 'questions'");
        migration.Sql($"UPDATE procedure_version SET search_text = {Plain("code || ' ' || title || ' ' || field", isSqlite)}");
        migration.Sql($"UPDATE faq_version SET title = COALESCE({first}, code), search_text = {Plain($"code || ' ' || COALESCE({all}, '') || ' ' || topic", isSqlite)}");
    }

    /// <summary>As <see cref="PlainText"/> writes it, for texts that are there already.</summary>
    private static string Plain(string text, bool isSqlite)
    {
        if (!isSqlite)
            return $"translate(lower({text}), '{string.Concat(Accented.Select(a => a.Letters))}', '{string.Concat(Accented.Select(a => new string(a.Base, a.Letters.Length)))}')";
        var plain = $"lower({text})";
        foreach (var (letter, accented) in Accented)
            foreach (var one in accented) plain = $"replace({plain}, '{one}', '{letter}')";
        return plain;
    }
}
