using Chatbot.Channels;
using Chatbot.Hotline.Cases;
using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Chatbot.ComponentTests.Persistence;

/// <summary>A database of the version before keeps every matter, its code, its words and its times.</summary>
public sealed class HandoversBecomeCasesTests
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_handover_is_a_case_afterwards(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (account, open, done) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using (var db = database.NewContext())
        {
            await db.GetService<IMigrator>().MigrateAsync("20261121000300_Catalogue");
            await db.Database.ExecuteSqlAsync($"INSERT INTO channel_account (id, unit_id, channel, platform_id, name, status, created_at) VALUES ({account}, {Unit.RootId}, {"Facebook"}, {"page"}, {""}, {"Active"}, {At(kind, Opened)})");
            foreach (var talk in new[] { open, done })
                await db.Database.ExecuteSqlAsync($"INSERT INTO conversation (id, unit_id, account_id, channel, citizen_id, partition, state, is_follower, created_at) VALUES ({talk}, {Unit.RootId}, {account}, {"Facebook"}, {talk.ToString()}, 1, {""}, {false}, {At(kind, Opened)})");
            await InsertAsync(db, kind, account, open, "K7M4PQX", "Complaint", closed: false);
            await InsertAsync(db, kind, account, done, "K7M4PQY", "NoAnswer", closed: true);
            await db.Database.MigrateAsync();
        }
        await using var after = database.NewContext();
        var cases = await after.Set<Case>().OrderBy(c => c.TrackingCode).ToListAsync();
        Assert.Equal([("K7M4PQX", CaseState.New, CaseKind.Petition, CaseOrigin.Complaint), ("K7M4PQY", CaseState.Closed, CaseKind.Question, CaseOrigin.NoAnswer)],
            cases.Select(c => (c.TrackingCode, c.State, c.Kind, c.Origin)));
        Assert.All(cases, c => Assert.Equal(("bí mật", Opened, Opened.AddHours(8), Channel.Facebook), (c.Question, c.OpenedAt, c.DueAt, c.Channel)));
        Assert.Equal((Opened.AddHours(8), null, CaseEnd.Resolved), (cases[0].NextLevelAt, cases[1].NextLevelAt, cases[1].End));
        Assert.Equal([CaseVerb.Open, CaseVerb.Open, CaseVerb.Close], (await after.Set<CaseEvent>().OrderBy(e => e.Id).ToListAsync()).Select(e => e.Verb));
        Assert.Equal(cases[0].Id, (await after.Set<Conversation>().SingleAsync(c => c.Id == open)).CaseId);
        Assert.Null((await after.Set<Conversation>().SingleAsync(c => c.Id == done)).CaseId);
    }

    private static async Task InsertAsync(ChatbotDb db, DatabaseKind kind, Guid account, Guid talk, string code, string why, bool closed)
    {
        var (opened, due) = (At(kind, Opened), At(kind, Opened.AddHours(8)));
        await db.Database.ExecuteSqlAsync($"INSERT INTO handover (id, unit_id, account_id, conversation_id, tracking_code, kind, status, question, opened_at, due_at) VALUES ({Guid.NewGuid()}, {Unit.RootId}, {account}, {talk}, {code}, {why}, {"Open"}, {"bí mật"}, {opened}, {due})");
        if (closed) await db.Database.ExecuteSqlAsync($"UPDATE handover SET status = 'Closed', closed_at = {due} WHERE tracking_code = {code}");
    }

    // Raw statements bypass the column's conversion.
    private static object At(DatabaseKind kind, DateTimeOffset time) =>
        kind == DatabaseKind.Sqlite ? (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10 : time;
}
