using Chatbot.Persistence;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Health;

internal sealed record NamedReport(string Name, HealthReport Report);

/// <summary>All reports of one look.</summary>
internal sealed record HealthPicture(IReadOnlyList<NamedReport> Reports)
{
    public static readonly HealthPicture None = new([]);

    public HealthState State => Reports.Select(r => r.Report.State).DefaultIfEmpty(HealthState.Well).Max();
}

/// <summary>Asks everybody how they are; a fresh picture is shared by all who ask meanwhile.</summary>
internal sealed class HealthBoard(
    StorageProbe storage, StoredWork work, IEnumerable<IHealthReporter> reporters,
    TimeProvider clock, IOptions<HealthOptions> options, ILogger<HealthBoard> logger) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private long lookedAt;

    /// <summary>The last picture, empty before the first look.</summary>
    public HealthPicture Latest { get; private set; } = HealthPicture.None;

    public async Task<HealthPicture> LookAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (lookedAt != 0 && clock.GetElapsedTime(lookedAt) < options.Value.LookAgainAfter) return Latest;
            Latest = new HealthPicture([.. await StoredAsync(ct), .. reporters.Select(Ask)]);
            lookedAt = clock.GetTimestamp();
            return Latest;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<IReadOnlyList<NamedReport>> StoredAsync(CancellationToken ct)
    {
        var stored = new NamedReport(StorageProbe.Name, await storage.TryAsync(ct));
        if (stored.Report.State == HealthState.CannotStore) return [stored];   // reading would only wait for the same database
        try
        {
            return [stored, .. await work.LookAsync(ct)];
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            logger.ReportFailed("stored-work", failure);
            return [stored, new("stored-work", Failed(failure))];
        }
    }

    private NamedReport Ask(IHealthReporter reporter)
    {
        try
        {
            return new(reporter.Name, reporter.Report());
        }
        catch (Exception failure)
        {
            logger.ReportFailed(reporter.Name, failure);
            return new(reporter.Name, Failed(failure));
        }
    }

    private static HealthReport Failed(Exception failure) =>
        new(HealthState.Degraded, $"It cannot be told: {failure.GetType().Name}; the log has the rest.");
}
