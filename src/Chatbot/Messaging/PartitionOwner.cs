using System.Data.Common;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Messaging;

/// <summary>Holds this process's shares of the conversations: takes free ones up to its fair part, renews them, gives back what is too much.</summary>
/// <remarks>A process that dies stops renewing, and the others take over after <see cref="MessagingOptions.Lease"/>. One that was only paused finds at its next commit that it lost them.</remarks>
public sealed class PartitionOwner(
    IDbContextFactory<ChatbotDb> databases, DatabaseInfo database, WriteGate gate, WakeUps wakeUps, TimeProvider clock,
    IOptions<MessagingOptions> options, ILogger<PartitionOwner> logger) : IDisposable
{
    private readonly SemaphoreSlim changing = new(1, 1);
    private volatile HashSet<int> owned = [];
    private volatile HashSet<int> leased = [];
    private DateTimeOffset expires;

    /// <summary>Names this process in leases: machine, process number, and a part that is new at every start.</summary>
    public string Id { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    public bool Owns(int partition) => owned.Contains(partition);

    /// <summary>Ours by lease, though what its last owner left may not be in order yet.</summary>
    public bool Leases(int partition) => leased.Contains(partition);

    public int Count => owned.Count;

    /// <summary>Shares of one dispatching loop.</summary>
    public int[] OwnedIn(int lane) => [.. owned.Where(partition => wakeUps.LaneOf(partition) == lane)];

    public int[] Owned => [.. owned];

    /// <summary>Raised with the shares that were just taken: what their last owner left is put in order first.</summary>
    internal Func<int[], CancellationToken, Task> Taken { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Checks inside a transaction that these shares are still ours, and holds them until it ends.</summary>
    /// <remarks>A key lock: renewing the lease does not wait for it, while whoever takes shares (FOR UPDATE SKIP LOCKED) passes over them.</remarks>
    public async Task<bool> HoldsAsync(ChatbotDb db, int[] partitions, CancellationToken ct)
    {
        var mine = database.Kind == DatabaseKind.PostgreSql
            ? db.Database.SqlQuery<int>($"SELECT partition AS \"Value\" FROM partition_lease WHERE partition = ANY({partitions}) AND owner = {Id} FOR KEY SHARE")
            : db.Set<PartitionLease>().Where(l => partitions.Contains(l.Partition) && l.Owner == Id).Select(l => l.Partition);
        return (await mine.ToListAsync(ct)).Count == partitions.Length;
    }

    /// <summary>Takes, renews and balances until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BalanceAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbException or TimeoutException or IOException or InvalidOperationException)
            {
                logger.LeasesFailed(error);
                if (database.Kind == DatabaseKind.PostgreSql && expires <= clock.GetUtcNow()) owned = leased = [];
            }
            await Task.Delay(options.Value.Lease / 4, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BalanceAsync(CancellationToken ct)
    {
        await changing.WaitAsync(ct);
        try
        {
            var before = owned;
            var after = await LeaseAsync(ct);
            expires = clock.GetUtcNow() + options.Value.Lease;
            leased = after;
            var taken = after.Where(partition => !before.Contains(partition)).ToArray();
            if (taken.Length > 0) await Taken(taken, ct);
            owned = after;
            if (taken.Length > 0 || after.Count != before.Count) logger.PartitionsOwned(after.Count, Partitions.Count);
            if (taken.Length > 0) wakeUps.WakeAll();
        }
        finally
        {
            changing.Release();
        }
    }

    private async Task<HashSet<int>> LeaseAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var until = now + options.Value.Lease;
        if (database.Kind == DatabaseKind.Sqlite)
        {
            // One process works on a SQLite file (its lock is taken at start), so whatever an earlier one held is ours at once.
            await db.Set<PartitionLease>().ExecuteUpdateAsync(set => set.SetProperty(l => l.Owner, Id).SetProperty(l => l.LeaseUntil, until), ct);
            return [.. Enumerable.Range(0, Partitions.Count)];
        }
        var fair = await FairShareAsync(db, now, ct);
        await db.Set<PartitionLease>().Where(l => l.Owner == Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.LeaseUntil, until), ct);
        var mine = await db.Set<PartitionLease>().Where(l => l.Owner == Id).Select(l => l.Partition).ToListAsync(ct);
        if (mine.Count > fair) await GiveBackAsync(db, mine.Skip(fair).ToArray(), ct);
        else if (mine.Count < fair) await TakeAsync(db, fair - mine.Count, now, until, ct);
        return [.. await db.Set<PartitionLease>().Where(l => l.Owner == Id).Select(l => l.Partition).ToListAsync(ct)];
    }

    private async Task<int> FairShareAsync(ChatbotDb db, DateTimeOffset now, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO worker_instance (id, seen_at) VALUES ({Id}, {now}) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at", ct);
        var gone = now - options.Value.Lease;
        await db.Set<WorkerInstance>().Where(w => w.SeenAt < gone).ExecuteDeleteAsync(ct);
        var alive = await db.Set<WorkerInstance>().CountAsync(ct);
        return (Partitions.Count + alive - 1) / Math.Max(1, alive);
    }

    private Task TakeAsync(ChatbotDb db, int count, DateTimeOffset now, DateTimeOffset until, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE partition_lease SET owner = {Id}, lease_until = {until} WHERE partition IN
              (SELECT partition FROM partition_lease WHERE owner = '' OR lease_until < {now} ORDER BY partition LIMIT {count} FOR UPDATE SKIP LOCKED)
            """, ct);

    /// <summary>Work under way on a share that is given back fails its check at commit and is done by the next owner.</summary>
    private Task GiveBackAsync(ChatbotDb db, int[] partitions, CancellationToken ct)
    {
        owned = [.. owned.Except(partitions)];
        return db.Set<PartitionLease>().Where(l => partitions.Contains(l.Partition) && l.Owner == Id)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Owner, ""), ct);
    }

    /// <summary>On the way out the shares are free at once, so that nobody waits for the lease to end.</summary>
    public async Task ReleaseAsync(CancellationToken ct)
    {
        await changing.WaitAsync(ct);
        try
        {
            using var pass = await gate.EnterAsync(ct);
            owned = [];
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.Set<PartitionLease>().Where(l => l.Owner == Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Owner, ""), ct);
            await db.Set<WorkerInstance>().Where(w => w.Id == Id).ExecuteDeleteAsync(ct);
        }
        finally
        {
            changing.Release();
        }
    }

    public void Dispose() => changing.Dispose();
}
