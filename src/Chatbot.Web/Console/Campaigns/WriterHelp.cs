using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Scheduling;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Campaigns.Writing;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>What the page of a campaign says to help those who write and plan it.</summary>
/// <param name="Times">The next times; null: it does not return.</param>
/// <param name="Runs">Campaigns that its times made, the newest first.</param>
/// <param name="Forecast">Null: nothing to foresee.</param>
public sealed record WriterHelp(
    WritingReport Report, IReadOnlyList<DateTimeOffset>? Times, IReadOnlyList<CampaignRun> Runs, Forecast? Forecast, BestHours Best, IReadOnlyList<TemplateRow> Templates);

/// <summary>One time of a series.</summary>
public sealed record CampaignRun(Guid Id, string Name, CampaignStatus Status, StopReason? StoppedBecause);

/// <summary>Reads <see cref="WriterHelp"/>.</summary>
internal sealed class WriterHelpReader(ReviewWriting review, ForecastCampaign forecast, DailyQuota quota, ReadBestHours best, TimeProvider clock)
{
    private const int ShownTimes = 5, ShownRuns = 20;

    /// <param name="count">Null: nothing is counted.</param>
    public async Task<WriterHelp> ReadAsync(ChatbotDb db, Campaign campaign, AudienceCount? count, UnitScope scope, CancellationToken ct)
    {
        var draft = campaign.Read();
        var runs = await db.Set<Campaign>().Where(c => c.SeriesId == campaign.Id).OrderByDescending(c => c.OccursAt).ThenBy(c => c.Step).Take(ShownRuns)
            .Select(c => new CampaignRun(c.Id, c.Name, c.Status, c.StoppedBecause)).ToListAsync(ct);
        return new WriterHelp(
            await review.ReviewAsync(draft, ct), campaign.IsEnded ? null : TimesOf(draft), runs, count is null ? null : forecast.Look(draft, count, await quota.ReadAsync(campaign.UnitId, ct)),
            count is null ? new BestHours(FromSeen: false, []) : await best.ReadAsync([.. scope.UnitIds], ct), campaign.IsOpenToEditors ? await TemplateRow.Read(db, scope, "").Take(200).ToListAsync(ct) : []);
    }

    public Task<WritingReport> ReviewAsync(CampaignDraft draft, CancellationToken ct) => review.ReviewAsync(draft, ct);

    /// <returns>Null: it does not return.</returns>
    public IReadOnlyList<DateTimeOffset>? TimesOf(CampaignDraft draft) =>
        draft.Repeats is { IsSound: true } || draft.Sequence is { IsSound: true } ? [.. draft.Times(clock.GetUtcNow()).Take(ShownTimes)] : null;
}
