using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>One-time rights to open the pages that connect an account.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261121000150_ConnectTickets")]
internal sealed class M20261121000150_ConnectTickets : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new ColumnTypes(migrationBuilder);
        migrationBuilder.CreateTable("connect_ticket", table => new
        {
            id = types.Id(table),
            token_hash = types.Text(table),
            channel = types.Name(table),
            expires_at = types.Time(table),
            used_at = types.Time(table, nullable: true),
        }, constraints: table => table.PrimaryKey("pk_connect_ticket", t => t.id));
        migrationBuilder.CreateIndex("ix_connect_ticket_token_hash", "connect_ticket", "token_hash", unique: true);
    }
}
