using Chatbot.Cli;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.ComponentTests.Officials;

/// <summary>The audit trail: one chain whoever writes, and whatever is done to it is found.</summary>
public sealed class AuditChainTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_processes_that_append_at_once_make_one_chain(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var one = Process(database);
        await using var other = Process(database);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AppendAsync(i % 2 == 0 ? one : other, i)));
        var intact = Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(one));
        Assert.Equal(40, intact.Head.Sequence);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_and_its_entry_are_stored_together_or_not_at_all(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var process = Process(database);
        await using var db = await process.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        var root = await db.Set<Unit>().AsTracking().SingleAsync();
        root.Name = "Xã Mẫu";
        await db.SaveChangesAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            db.Add(Unit.Below(root, "Không còn", UnitKind.Section));
            await db.SaveChangesAsync();
        }
        var entry = await database.NewContext().Set<AuditEntry>().SingleAsync();
        Assert.Equal("unit.changed", entry.Action);
        Assert.Contains("Xã Mẫu", entry.Details, StringComparison.Ordinal);
        Assert.Equal(1, Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(process)).Head.Sequence);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_save_that_fails_leaves_no_entry_and_no_open_transaction(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var process = Process(database);
        await using var db = await process.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        db.Add(new Unit { Name = "Mồ côi", ParentId = Guid.NewGuid(), Path = "x/" });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Null(db.Database.CurrentTransaction);
        Assert.Equal(0, await database.NewContext().Set<AuditEntry>().CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_to_change_or_remove_entries(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var process = Process(database);
        await AppendAsync(process, 1);
        await using var db = database.NewContext();
        foreach (var sql in new[]
        {
            "UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "DELETE FROM audit_head", "UPDATE audit_head SET sequence = 0",
        })
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql))).Message, StringComparison.Ordinal);
        Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(process));
    }

    [Theory]
    [OnSqlite("UPDATE audit_entry SET details = 'khac' WHERE sequence = 4", "Row 4 is ALTERED")]
    [OnPostgres("UPDATE audit_entry SET details = 'khac' WHERE sequence = 4", "Row 4 is ALTERED")]
    [OnSqlite("UPDATE audit_entry SET hash = previous_hash WHERE sequence = 10", "Row 10 is ALTERED")]
    [OnPostgres("UPDATE audit_entry SET hash = previous_hash WHERE sequence = 10", "Row 10 is ALTERED")]
    [OnSqlite("DELETE FROM audit_entry WHERE sequence = 6", "Row 6 is MISSING")]
    [OnPostgres("DELETE FROM audit_entry WHERE sequence = 6", "Row 6 is MISSING")]
    [OnSqlite("DELETE FROM audit_entry WHERE sequence > 7", "rows 8 to 10 are missing")]
    [OnPostgres("DELETE FROM audit_entry WHERE sequence > 7", "rows 8 to 10 are missing")]
    [OnSqlite("DELETE FROM audit_head", "head does not know")]
    [OnPostgres("DELETE FROM audit_head", "head does not know")]
    public async Task Who_gets_around_the_triggers_is_found(DatabaseKind kind, string tampering, string told)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var process = Process(database);
        for (var i = 1; i <= 10; i++) await AppendAsync(process, i);
        Assert.Equal((0, true), await CliAsync(database, "The audit trail is whole"));
        await TamperAsync(database, tampering);
        Assert.Equal((1, true), await CliAsync(database, told));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mark_noted_elsewhere_finds_an_end_that_was_cut_off_together_with_the_head(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var process = Process(database);
        for (var i = 1; i <= 10; i++) await AppendAsync(process, i);
        var noted = Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(process)).Head;
        await TamperAsync(database, "DELETE FROM audit_entry WHERE sequence > 7",
            "UPDATE audit_head SET sequence = 7, hash = (SELECT hash FROM audit_entry WHERE sequence = 7)");
        Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(process));
        Assert.Equal((1, true), await CliAsync(database, "rows 8 to 10 are missing", "--noted", noted.ToString()));
        for (var i = 8; i <= 10; i++) await AppendAsync(process, 100 + i);
        Assert.Equal((1, true), await CliAsync(database, "Row 10 is not the one that was noted", "--noted", noted.ToString()));
    }

    private static async Task TamperAsync(TestDatabase database, params string[] statements)
    {
        await using var db = database.NewContext();
        string[] off = database.Kind == DatabaseKind.Sqlite
            ? ["DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete", "DROP TRIGGER audit_head_no_delete", "DROP TRIGGER audit_head_forward"]
            : ["ALTER TABLE audit_entry DISABLE TRIGGER USER", "ALTER TABLE audit_head DISABLE TRIGGER USER"];
        foreach (var sql in off.Concat(statements)) await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task<(int Code, bool Says)> CliAsync(TestDatabase database, string words, params string[] more)
    {
        using var output = new StringWriter();
        var code = await AuditVerb.RunAsync(["verify", "--database", database.ConnectionString, .. more], output, output, CancellationToken.None);
        return (code, output.ToString().Contains(words, StringComparison.Ordinal));
    }

    private static async Task AppendAsync(IServiceProvider process, int number)
    {
        await using var db = await process.GetRequiredService<IDbContextFactory<ChatbotDb>>().CreateDbContextAsync();
        await process.GetRequiredService<AuditTrail>().AppendAsync(db,
            new AuditRecord("conversation.read", "conversation", $"{number}", Unit.RootId) { Details = new Dictionary<string, object?> { ["số"] = number } }, CancellationToken.None);
    }

    private static Task<AuditVerdict> VerifyAsync(IServiceProvider process) =>
        process.GetRequiredService<AuditVerifier>().VerifyAsync(noted: null, CancellationToken.None);

    private static ServiceProvider Process(TestDatabase database) =>
        new ServiceCollection().AddChatbotDb(database.ConnectionString).AddAuditTrail().BuildServiceProvider();
}
