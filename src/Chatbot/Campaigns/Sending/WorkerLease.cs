using Chatbot.Campaigns.Audience;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Sending;

/// <summary>This process's claim to what it holds: renewed while it lives. When it ends, others give back what was claimed, and what was leaving becomes unknown.</summary>
public sealed class WorkerLease(IDbContextFactory<ChatbotDb> databases, WriteGate gate, IOptionsMonitor<CampaignOptions> options, TimeProvider clock)
{
    /// <summary>New at every start, so that a process never takes its own past for its present.</summary>
    public string Id { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    public async Task RenewAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var sql = SqlText.For(db);
        await sql.RunAsync(db,
            $"INSERT INTO campaign_worker (id, until) VALUES ({sql.Value(Id)}, {sql.Value(clock.GetUtcNow() + options.CurrentValue.Lease)}) ON CONFLICT (id) DO UPDATE SET until = excluded.until",
            ct);
    }

    /// <summary>Puts in order what processes left whose lease is over.</summary>
    /// <returns>How many were given back, and how many are unknown now.</returns>
    public async Task<(int Planned, int Unknown)> RecoverAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var living = db.Set<CampaignWorker>().Where(w => w.Until > now).Select(w => w.Id);
        var left = db.Set<Delivery>().Where(d => d.IsOpen && d.LeaseOwner != null && d.LeaseOwner != Id && !living.Contains(d.LeaseOwner));
        var unknown = await left.Where(d => d.Status == DeliveryStatus.Sending).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.Status, DeliveryStatus.Unknown).SetProperty(d => d.Reason, "the process stopped while sending"), ct);
        var planned = await left.Where(d => d.Status == DeliveryStatus.Claimed).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.Status, DeliveryStatus.Planned).SetProperty(d => d.LeaseOwner, (string?)null), ct);
        unknown += await RecoverPublicationsAsync(db, now, ct);
        var longGone = now - TimeSpan.FromHours(1);
        await db.Set<CampaignWorker>().Where(w => w.Until < longGone).ExecuteDeleteAsync(ct);
        return (planned, unknown);
    }

    public async Task EndAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Set<CampaignWorker>().Where(w => w.Id == Id).ExecuteDeleteAsync(ct);
    }

    private async Task<int> RecoverPublicationsAsync(ChatbotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var living = db.Set<CampaignWorker>().Where(w => w.Until > now).Select(w => w.Id);
        var left = db.Set<Publishing.Publication>().Where(p => p.LeaseOwner != null && p.LeaseOwner != Id && !living.Contains(p.LeaseOwner));
        await left.Where(p => p.Status == DeliveryStatus.Claimed).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.Status, DeliveryStatus.Planned).SetProperty(p => p.LeaseOwner, (string?)null), ct);
        return await left.Where(p => p.Status == DeliveryStatus.Sending).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.Status, DeliveryStatus.Unknown).SetProperty(p => p.Reason, "the process stopped while publishing"), ct);
    }
}
