using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Claims of one process are told apart: an outcome that comes too late never meets a later claim.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122205000_DeliveryClaims")]
internal sealed class M20261122205000_DeliveryClaims : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("claim", "delivery", new ColumnTypes(migrationBuilder).BigNumberType, nullable: false, defaultValue: 0L);
}
