using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Health;

/// <summary>What the rows say, whichever process works on them: waiting events and replies, sends without an answer, accounts, shares without a worker.</summary>
internal sealed class StoredWork(IDbContextFactory<ChatbotDb> contexts, TimeProvider clock, IOptions<HealthOptions> options)
{
    public async Task<IReadOnlyList<NamedReport>> LookAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(options.Value.StoreWithin);
        return
        [
            new("inbox", await InboxAsync(db, ct)),
            new("outbox", await OutboxAsync(db, ct)),
            new("accounts", await AccountsAsync(db, ct)),
            new("workers", await WorkersAsync(db, ct)),
        ];
    }

    private async Task<HealthReport> InboxAsync(ChatbotDb db, CancellationToken ct)
    {
        var pending = db.Set<InboundEvent>().Where(e => e.IsPending);
        var count = await pending.CountAsync(ct);
        var oldest = count == 0 ? null : await pending.MinAsync(e => (DateTimeOffset?)e.ReceivedAt, ct);
        return Queue("pending", count, oldest, "The oldest event waits for");
    }

    private async Task<HealthReport> OutboxAsync(ChatbotDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        var waiting = db.Set<OutboxMessage>().Where(m => m.IsOpen);
        var count = await waiting.CountAsync(ct);
        // A reply that a limit or quiet hours put off is not late before its time.
        var due = count == 0 ? null : await waiting.Where(m => m.NotBefore <= now).MinAsync(m => (DateTimeOffset?)m.NotBefore, ct);
        var unknown = await db.Set<OutboxMessage>().CountAsync(m => m.CreatedAt >= yesterday && m.Status == OutboxStatus.Unknown, ct);
        var report = Queue("waiting", count, due, "The oldest due message waits for");
        return report with { Figures = new Dictionary<string, long>(report.Figures) { ["unknown_last_day"] = unknown } };
    }

    private static async Task<HealthReport> AccountsAsync(ChatbotDb db, CancellationToken ct)
    {
        var counts = await db.Set<ChannelAccount>().GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var figures = Enum.GetValues<AccountStatus>().ToDictionary(
            status => Figure(status), status => (long)(counts.Find(c => c.Key == status)?.Count ?? 0));
        var sick = await db.Set<ChannelAccount>()
            .Where(a => a.Status == AccountStatus.NeedsAuthorisation || a.Status == AccountStatus.Restricted)
            .OrderBy(a => a.Id).Take(20).Select(a => new { a.Channel, a.Id, a.Status }).ToListAsync(ct);
        var detail = string.Join("; ", sick.Select(a => $"{a.Channel} account {a.Id}: {a.Status}"));
        return new(sick.Count == 0 ? HealthState.Well : HealthState.Degraded, detail) { Figures = figures };
    }

    private async Task<HealthReport> WorkersAsync(ChatbotDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var orphans = await db.Set<PartitionLease>().CountAsync(l => l.LeaseUntil < now, ct);
        var (state, detail) = orphans == 0
            ? (HealthState.Well, "")
            : (HealthState.Degraded, $"{orphans} of {Partitions.Count} shares of the conversations have no worker; is a process with the worker role running?");
        return new(state, detail) { Figures = new Dictionary<string, long> { ["shares_without_worker"] = orphans } };
    }

    private HealthReport Queue(string figure, int count, DateTimeOffset? oldest, string complaint)
    {
        var wait = oldest is null ? TimeSpan.Zero : clock.GetUtcNow() - oldest.Value;
        var late = wait > options.Value.LongestWait;
        return new(late ? HealthState.Degraded : HealthState.Well, late ? $"{complaint} {(long)wait.TotalSeconds} s." : "")
        {
            Figures = new Dictionary<string, long> { [figure] = count, ["oldest_seconds"] = Math.Max(0, (long)wait.TotalSeconds) },
        };
    }

    private static string Figure(AccountStatus status) => status switch
    {
        AccountStatus.Active => "active",
        AccountStatus.NeedsAuthorisation => "needs_authorisation",
        AccountStatus.Restricted => "restricted",
        _ => "disconnected",
    };
}
