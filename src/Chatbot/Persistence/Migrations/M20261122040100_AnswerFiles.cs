using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Files that go along with an official's answer.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122040100_AnswerFiles")]
internal sealed class M20261122040100_AnswerFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.AddColumn<string>("files", "case_answer", types.TextType, nullable: false, defaultValue: "");
    }
}
