using System.Globalization;
using Chatbot.Catalogue;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.ComponentTests.Persistence;

/// <summary>What the version before had imported is found without accents afterwards, as if it had been imported now.</summary>
public sealed class CatalogueIsSearchableTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Old_versions_have_their_plain_text(DatabaseKind kind)
    {
        const string title = "ĐĂNG KÝ lại khai sinh; Ủy quyền, xác nhận Ở nước ngoài; Ỷ Ỵ ỹ ặ ỗ ự";
        await using var database = await TestDatabase.CreateAsync(kind);
        var (run, now) = (Guid.NewGuid(), kind == DatabaseKind.Sqlite ? (object)((At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10) : At);
        await using (var db = database.NewContext())
        {
            await db.GetService<IMigrator>().MigrateAsync("20261122010500_CaseWork");
            await db.Database.ExecuteSqlAsync($"INSERT INTO import_run (id, unit_id, kind, source, file_name, started_at, rows, added, amended, unchanged, gone, left_out) VALUES ({run}, {Unit.RootId}, {"Procedures"}, {""}, {""}, {now}, 1, 1, 0, 0, 0, 0)");
            await db.Database.ExecuteSqlAsync($"INSERT INTO procedure_version (id, unit_id, code, version, status, title, field, decision_number, content, content_hash, imported_at, source, import_id) VALUES ({Guid.NewGuid()}, {Unit.RootId}, {"1.001193"}, 1, {"InForce"}, {title}, {"Hộ tịch"}, {""}, {"{}"}, {""}, {now}, {""}, {run})");
            await db.Database.ExecuteSqlAsync($"INSERT INTO faq_version (id, unit_id, code, version, topic, content, content_hash, imported_at, source, import_id) VALUES ({Guid.NewGuid()}, {Unit.RootId}, {"gio"}, 1, {"Giờ làm việc"}, {"{\"id\":\"gio\",\"questions\":[\"Mấy giờ mở cửa?\",\"Thứ bảy nghỉ à?\"],\"answer\":\"x\"}"}, {""}, {now}, {""}, {run})");
            await db.Database.MigrateAsync();
        }
        await using var after = database.NewContext();
        Assert.Equal(PlainText.Of(string.Create(CultureInfo.InvariantCulture, $"1.001193 {title} Hộ tịch")), (await after.Set<ProcedureVersion>().SingleAsync()).SearchText);
        var faq = await after.Set<FaqVersion>().SingleAsync();
        Assert.Equal("Mấy giờ mở cửa?", faq.Title);
        foreach (var word in new[] { "may gio mo cua", "thu bay nghi", "gio lam viec" }) Assert.Contains(word, faq.SearchText, StringComparison.Ordinal);
    }
}
