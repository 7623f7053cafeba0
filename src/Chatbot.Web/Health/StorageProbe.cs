using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Health;

/// <summary>Can an event be committed? Tries with a write that changes nothing but goes to the disk like any other.</summary>
internal sealed class StorageProbe(
    IDbContextFactory<ChatbotDb> contexts, WriteGate gate, IOptions<HealthOptions> options, ILogger<StorageProbe> logger)
{
    public const string Name = "storage";

    private Task<int>? attempt;

    public async Task<HealthReport> TryAsync(CancellationToken ct)
    {
        // One that hangs (disk, network, lock) is waited for, not joined by another: a sick database gets no queue of probes.
        if (attempt is null or { IsCompleted: true }) attempt = Task.Run(() => WriteAsync(CancellationToken.None), CancellationToken.None);
        try
        {
            var rows = await attempt.WaitAsync(options.Value.StoreWithin, ct);
            return rows == 1 ? HealthReport.Well : CannotStore("The database holds no office: it is empty or another one.");
        }
        catch (TimeoutException)
        {
            return CannotStore($"A write was not committed within {options.Value.StoreWithin.TotalSeconds} s.");
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            logger.StorageRefused(failure);
            return CannotStore($"A write failed: {failure.GetBaseException().GetType().Name}; the log has the rest.");
        }
    }

    private async Task<int> WriteAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(options.Value.StoreWithin);
        return await db.Set<Unit>().Where(u => u.Id == Unit.RootId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Name, u => u.Name), ct);
    }

    private static HealthReport CannotStore(string detail) => new(HealthState.CannotStore, detail);
}
