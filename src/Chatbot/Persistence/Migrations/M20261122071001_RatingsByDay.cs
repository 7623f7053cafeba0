using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.Persistence.Migrations;

/// <summary>Citizens' judgements are counted and listed by office and day.</summary>
[DbContext(typeof(ChatbotDb))]
[Migration("20261122071001_RatingsByDay")]
internal sealed class M20261122071001_RatingsByDay : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex("ix_rating_unit_id_rated_at", "rating", ["unit_id", "rated_at"]);
}
