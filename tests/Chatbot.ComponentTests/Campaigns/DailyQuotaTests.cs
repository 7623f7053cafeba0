using Chatbot.Campaigns;
using Chatbot.Campaigns.Sending;
using Chatbot.ComponentTests.Conversations;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Testing;
using Chatbot.Testing.Databases;

namespace Chatbot.ComponentTests.Campaigns;

/// <summary>An office's messages of a day, taken by several processes at once.</summary>
public sealed class DailyQuotaTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 23, 16, 59, 0, TimeSpan.Zero);   // 23:59 in Vietnam

    [Theory, OnSqlite, OnPostgres]
    public async Task Together_they_take_no_more_than_the_day_has_and_the_smallest_limit_above_counts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        var commune = await CommuneAsync(database);
        var gate = new WriteGate(kind);
        DailyQuota Process(DateTimeOffset now) => new(new Contexts(database), gate, new FixedOptions<CampaignOptions>(new CampaignOptions { DailyLimit = 1_000 }), new FixedClock(now));
        var keep = new KeepDailyLimits(new Contexts(database), gate);
        var all = new CampaignActor(Guid.NewGuid(), [Unit.RootId, commune]);
        Assert.True(await keep.SetAsync(Unit.RootId, 100, all, default));
        Assert.True(await keep.SetAsync(commune, 500, all, default));   // more than the province allows counts for nothing
        Assert.False(await keep.SetAsync(commune, 0, all, default));
        Assert.False(await keep.SetAsync(commune, 5, new CampaignActor(Guid.NewGuid(), [Unit.RootId]), default));
        DailyQuota[] processes = [Process(Evening), Process(Evening), Process(Evening)];
        var today = processes[0].Today;
        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => processes[i % 3].TakeAsync(commune, today, 7, default)));
        Assert.Equal(100, taken.Sum());
        Assert.Equal(0, await processes[1].TakeAsync(commune, today, 1, default));
        await processes[1].GiveBackAsync(commune, today, 4, default);
        Assert.Equal(4, await processes[2].TakeAsync(commune, today, 9, default));
        Assert.Equal(100, await processes[0].TakeAsync(Unit.RootId, today, 200, default));   // the province's own day
        Assert.True((await processes[0].ReadAsync(commune, default)).IsUsedUp);
        Assert.True(await keep.SetAsync(Unit.RootId, 90, all, default));
        Assert.Equal(0, await Process(Evening).TakeAsync(commune, today, 1, default));   // less than was sent already
        Assert.True(await keep.SetAsync(Unit.RootId, null, all, default));
        Assert.Equal(new DayQuota(today, 500, 100), await Process(Evening).ReadAsync(commune, default));
        var both = await Process(Evening).ReadAsync([Unit.RootId, commune], default);
        Assert.Equal((new DayQuota(today, 1_000, 100), new DayQuota(today, 500, 100)), (both[Unit.RootId], both[commune]));
        var tomorrow = Process(Evening.AddMinutes(2));
        Assert.NotEqual(today, tomorrow.Today);
        Assert.Equal(7, await tomorrow.TakeAsync(commune, tomorrow.Today, 7, default));
        await Process(Evening.AddDays(40)).ForgetAsync(default);
        Assert.Equal(0, (await Process(Evening).ReadAsync(commune, default)).Used);
    }

    private static async Task<Guid> CommuneAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var root = await db.FindAsync<Unit>(Unit.RootId);
        var commune = Unit.Below(root!, "Phường thử", UnitKind.Commune);
        db.Add(commune);
        await db.SaveChangesAsync();
        return commune.Id;
    }
}
