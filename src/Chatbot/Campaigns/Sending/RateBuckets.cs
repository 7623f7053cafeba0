using Chatbot.Campaigns.Audience;
using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Campaigns.Sending;

/// <summary>Rates that all processes share, as rows: a tenth of the permits may go at once, the rest flows in evenly, so no stretch of the window holds more than the permits.</summary>
/// <remarks>Replies do not take from these: what campaigns may use is less than the platform allows, so replies always find room.</remarks>
public sealed class RateBuckets(IDbContextFactory<ChatbotDb> databases, WriteGate gate, TimeProvider clock)
{
    private const double BurstShare = 0.1;

    /// <summary>Takes as many permits as there are, at most <paramref name="wanted"/>, the same number from every limit.</summary>
    public async Task<int> TakeAsync(IReadOnlyList<SharedRate> rates, int wanted, CancellationToken ct)
    {
        var limited = rates.Where(rate => rate.Burst > 0).ToList();
        if (limited.Count == 0) return wanted;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var given = wanted;
        for (var i = 0; i < limited.Count && given > 0; i++)
        {
            var some = await TakeAsync(db, limited[i], given, ct);
            for (var before = 0; before < i && some < given; before++) await GiveBackAsync(db, limited[before], given - some, ct);
            given = some;
        }
        return given;
    }

    /// <summary>Permits that were not used.</summary>
    public async Task GiveBackAsync(IReadOnlyList<SharedRate> rates, int permits, CancellationToken ct)
    {
        if (permits <= 0) return;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var rate in rates.Where(rate => rate.Burst > 0)) await GiveBackAsync(db, rate, permits, ct);
    }

    /// <summary>The platform wants a pause: nobody takes any permit until then.</summary>
    public async Task HoldAsync(SharedRate rate, TimeSpan pause, CancellationToken ct)
    {
        if (rate.Burst <= 0) return;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var until = clock.GetUtcNow() + pause;
        await db.Set<RateBucket>().Where(b => b.Id == rate.Name && b.FilledAt < until)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Tokens, 0d).SetProperty(b => b.FilledAt, until), ct);
    }

    /// <summary>Buckets of days gone by.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var old = clock.GetUtcNow() - TimeSpan.FromDays(3);
        await db.Set<RateBucket>().Where(b => b.FilledAt < old).ExecuteDeleteAsync(ct);
    }

    private async Task<int> TakeAsync(ChatbotDb db, SharedRate rate, int wanted, CancellationToken ct)
    {
        var sql = SqlText.For(db);
        var (now, least, greatest) = (sql.Value(clock.GetUtcNow()), sql.IsSqlite ? "min" : "least", sql.IsSqlite ? "max" : "greatest");
        var (tokens, flow) = (sql.Real(rate.Burst), sql.Real(rate.FlowPerSecond));
        var seconds = sql.IsSqlite ? $"({now} - rate_bucket.filled_at) / 1000000.0" : $"extract(epoch FROM ({now} - rate_bucket.filled_at))";
        var filled = $"{least}({tokens}, rate_bucket.tokens + {greatest}(0.0, CAST({seconds} AS double precision)) * {flow})";
        var granted = $"CAST({least}({sql.Value(wanted)}, {(sql.IsSqlite ? "" : "floor")}(CAST({filled} AS {(sql.IsSqlite ? "integer" : "double precision")}))) AS integer)";
        var rows = await sql.ReadAsync<int>(db, $"""
            INSERT INTO rate_bucket (id, tokens, filled_at, granted)
            VALUES ({sql.Value(rate.Name)}, {tokens} - {least}({sql.Value(wanted)}, {sql.Value((int)rate.Burst)}), {now}, {least}({sql.Value(wanted)}, {sql.Value((int)rate.Burst)}))
            ON CONFLICT (id) DO UPDATE SET tokens = {filled} - {granted}, filled_at = {greatest}(rate_bucket.filled_at, {now}), granted = {granted}
            RETURNING granted AS "Value"
            """, ct);
        return rows[0];
    }

    private static Task<int> GiveBackAsync(ChatbotDb db, SharedRate rate, int permits, CancellationToken ct) => db.Set<RateBucket>().Where(b => b.Id == rate.Name)
        .ExecuteUpdateAsync(set => set.SetProperty(b => b.Tokens, b => b.Tokens + permits > rate.Burst ? rate.Burst : b.Tokens + permits), ct);

    /// <summary>A platform's rate as campaigns may use it.</summary>
    public static SharedRate Of(RateLimit limit)
    {
        var permits = limit.Permits * (1 - Math.Clamp(limit.ReservedForReplies, 0, 0.95));
        var burst = permits <= 0 ? 0 : Math.Max(1, permits * BurstShare);
        return new SharedRate(limit.Name, burst, permits > burst ? (permits - burst) / limit.Window.TotalSeconds : permits / limit.Window.TotalSeconds);
    }
}

/// <param name="Burst">Most permits at once; 0: no limit.</param>
/// <param name="FlowPerSecond">Permits that flow in; 0: what was there is all.</param>
public sealed record SharedRate(string Name, double Burst, double FlowPerSecond);
