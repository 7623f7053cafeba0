using System.Net;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Health;

public sealed class HealthTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_service_with_a_worker_and_nothing_waiting_is_ready(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await GiveSharesToAWorkerAsync(database);
        await using var app = await HealthApp.StartAsync(database);

        var (status, body) = await app.ReadyAsync();

        Assert.Equal((HttpStatusCode.OK, "ready"), (status, body.Status()));
        Assert.Equal(HttpStatusCode.OK, await app.LiveAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_worker_events_are_stored_and_the_body_says_degraded(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var app = await HealthApp.StartAsync(database);

        var (status, body) = await app.ReadyAsync();

        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, body.Status()));
        Assert.Equal(Partitions.Count, body.Part("workers").Figure("shares_without_worker"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dead_token_degrades_and_names_our_account_not_the_platforms(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await GiveSharesToAWorkerAsync(database);
        var account = new ChannelAccount
        {
            Channel = Channel.Zalo,
            PlatformId = "4101112223334445556",
            Status = AccountStatus.NeedsAuthorisation,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        await AddAsync(database, account);
        await using var app = await HealthApp.StartAsync(database);

        var (status, body) = await app.ReadyAsync();

        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, body.Status()));
        Assert.Contains(account.Id.ToString(), body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(account.PlatformId, body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, body.Part("accounts").Figure("needs_authorisation"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_event_that_waits_too_long_degrades(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await GiveSharesToAWorkerAsync(database);
        await AddAsync(database, PendingEvent("e1", DateTimeOffset.UtcNow.AddMinutes(-3)), PendingEvent("e2", DateTimeOffset.UtcNow));
        await using var app = await HealthApp.StartAsync(database);

        var (status, body) = await app.ReadyAsync();

        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, body.Status()));
        Assert.Equal(2, body.Part("inbox").Figure("pending"));
        Assert.InRange(body.Part("inbox").Figure("oldest_seconds"), 180, 300);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_nothing_can_be_written_it_is_not_ready_and_then_it_is_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await GiveSharesToAWorkerAsync(database);
        await using var app = await HealthApp.StartAsync(database, storeWithin: "00:00:01");
        await WaitUntilAsync(async () => (await app.ReadyAsync()).Status == HttpStatusCode.OK);
        await using var other = await LockedAsync(database);
        var (locked, body) = await app.ReadyAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "cannot_store"), (locked, body.Status()));
        Assert.Equal(HttpStatusCode.OK, await app.LiveAsync());

        await other.Database.ExecuteSqlRawAsync("ROLLBACK");

        await WaitUntilAsync(async () => (await app.ReadyAsync()).Status == HttpStatusCode.OK);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_without_tables_is_not_ready(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = await HealthApp.StartAsync(database);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.ReadyAsync()).Status);
    }

    [Theory]
    [InlineData(HealthState.Well, HttpStatusCode.OK, "ready")]
    [InlineData(HealthState.Degraded, HttpStatusCode.OK, "degraded")]
    [InlineData(HealthState.CannotStore, HttpStatusCode.ServiceUnavailable, "cannot_store")]
    public async Task The_worst_report_decides(HealthState state, HttpStatusCode expected, string word)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await GiveSharesToAWorkerAsync(database);
        await using var app = await HealthApp.StartAsync(database, new Reporter(() => new HealthReport(state, "")), new Reporter(() => HealthReport.Well));

        var (status, body) = await app.ReadyAsync();

        Assert.Equal((expected, word), (status, body.Status()));
    }

    [Fact]
    public async Task A_reporter_that_throws_degrades_without_its_message()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite);
        await using var app = await HealthApp.StartAsync(database, new Reporter(() => throw new InvalidOperationException("token abc")));

        var (status, body) = await app.ReadyAsync();

        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, body.Part("told-by-test").Status()));
        Assert.DoesNotContain("token abc", body.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task GiveSharesToAWorkerAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var until = DateTimeOffset.UtcNow.AddHours(1);
        await db.Set<PartitionLease>().ExecuteUpdateAsync(set => set.SetProperty(l => l.LeaseUntil, until));
    }

    private static async Task AddAsync(TestDatabase database, params object[] entities)
    {
        await using var db = database.NewContext();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    private static InboundEvent PendingEvent(string key, DateTimeOffset receivedAt) => new()
    {
        Channel = Channel.Zalo,
        PlatformAccountId = "oa-1",
        EventKey = key,
        Kind = "user_send_text",
        CitizenId = "c-1",
        OccurredAt = receivedAt,
        ReceivedAt = receivedAt,
        Status = EventStatus.Pending,
    };

    private static async Task<ChatbotDb> LockedAsync(TestDatabase database)
    {
        var db = database.NewContext();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(database.Kind == DatabaseKind.Sqlite ? "BEGIN IMMEDIATE" : "BEGIN; LOCK TABLE unit IN EXCLUSIVE MODE");
        return db;
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }
        Assert.Fail("It did not become so within 10 s.");
    }

    private sealed class Reporter(Func<HealthReport> report) : IHealthReporter
    {
        public string Name => "told-by-test";

        public HealthReport Report() => report();
    }
}
