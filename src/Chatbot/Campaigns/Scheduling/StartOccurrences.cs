using Chatbot.Campaigns.Audience;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Chatbot.Campaigns.Scheduling;

/// <summary>A job: makes a campaign of its own of every due time of a repeating one, with the approval of the series. Starting it, and freezing its audience, is <see cref="Sending.StartCampaigns"/>' work.</summary>
/// <remarks>One transaction a time: dying in between leaves the time due. Two processes make one campaign (unique by series, time and step). A time whose window has passed while nothing ran is a cancelled campaign,
/// so it is seen and reported.</remarks>
public sealed class StartOccurrences(IDbContextFactory<ChatbotDb> databases, WriteGate gate, CountAudience count, LiveChanges live, TimeProvider clock, ILogger<StartOccurrences> logger)
{
    // A service that slept for a year catches up in several rounds.
    private const int MostAtOnce = 100;

    public async Task StartDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var db = await databases.CreateDbContextAsync(ct))
            due = await db.Set<Campaign>().Where(c => c.Status == CampaignStatus.Repeating && c.NextAt <= now).OrderBy(c => c.NextAt).Select(c => c.Id).ToListAsync(ct);
        foreach (var id in due)
        {
            try
            {
                for (var i = 0; i < MostAtOnce && await StepAsync(id, ct); i++) { }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.CampaignStartFailed(error, id);   // the others are not held up
            }
        }
    }

    /// <returns>True: there may be more.</returns>
    private async Task<bool> StepAsync(Guid id, CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var series = await db.LockCampaignAsync(id, ct);
        var now = clock.GetUtcNow();
        if (series.Status != CampaignStatus.Repeating || series.NextAt is not { } at || at > now) return false;
        if (!series.IsApproved)
        {
            series.Return("", StopReason.Unsound, now);
            logger.CampaignNotStarted(series.Id, nameof(StopReason.Unsound));
        }
        else
        {
            await AddStepsAsync(db, series, at, now, ct);
            series.MoveOn(now);
        }
        await db.SaveChangesAsync(ct);
        await live.AnnounceAsync(db, [LiveChange.Campaign(id)], ct);
        await transaction.CommitAsync(ct);
        live.Committed([LiveChange.Campaign(id)]);
        return true;
    }

    private async Task AddStepsAsync(ChatbotDb db, Campaign series, DateTimeOffset at, DateTimeOffset now, CancellationToken ct)
    {
        var draft = series.Read();
        var made = await db.Set<Campaign>().Where(c => c.SeriesId == series.Id && c.OccursAt == at).Select(c => c.Step).ToListAsync(ct);
        var writers = await db.Set<CampaignWriter>().Where(w => w.CampaignId == series.Id).Select(w => w.OfficialId).ToListAsync(ct);
        foreach (var step in Enumerable.Range(0, draft.Steps()).Except(made))
        {
            var occurrence = series.Occur(at, step, now);
            // On most days nobody is at this step: no empty campaigns.
            if (draft.Sequence is not null && occurrence.EndsAt > now && (await count.CountAsync(series.UnitId, occurrence.Read(), ct)).Lines.Count == 0) continue;
            Add(db, occurrence, writers, now);
        }
    }

    private void Add(ChatbotDb db, Campaign occurrence, List<Guid> writers, DateTimeOffset now)
    {
        if (occurrence.EndsAt <= now)
        {
            occurrence.Cancel("", StopReason.TooLate, now);
            logger.CampaignNotStarted(occurrence.Id, nameof(StopReason.TooLate));
        }
        db.Add(occurrence);
        db.AddRange(writers.Select(official => new CampaignWriter { CampaignId = occurrence.Id, OfficialId = official }));
    }
}
