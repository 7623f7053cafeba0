using System.Globalization;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Reporting;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.ApiKeys;
using Chatbot.Web.Console.Layout;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Web.Console.Campaigns.Reporting;

/// <summary>Puts a report together for people.</summary>
internal sealed class ReportReader(ConsoleContext console, IDbContextFactory<ChatbotDb> databases, ReadReport reports, IOptionsMonitor<CampaignOptions> options, TimeProvider clock)
{
    /// <returns>Null: no such campaign in the visitor's units.</returns>
    public async Task<ReportSheet?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Set<Campaign>().Within(await console.ScopeAsync(ct)).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return null;
        var hours = ((int)options.CurrentValue.EffectWindow.TotalHours).ToString(CultureInfo.InvariantCulture);
        return new ReportSheet(campaign, await FactsAsync(db, campaign, ct), ReportSheet.LinesOf(id, await reports.ReadAsync(id, ct)), ReportTexts.Window(hours));
    }

    private async Task<IReadOnlyList<(string, string)>> FactsAsync(ChatbotDb db, Campaign campaign, CancellationToken ct)
    {
        var draft = campaign.Read();
        var unit = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Name).SingleAsync(ct);
        string[] plan = [draft.PlanTask, draft.PlanCriterion, draft.PlanUnit, draft.PlanPeriod];
        (string Name, string Value)[] facts =
        [
            (ReportTexts.Campaign, campaign.Name), (ReportTexts.Unit, unit), (ReportTexts.State, CampaignWords.Of(campaign.Status)),
            (ReportTexts.Author, await NamesAsync(db, ct, campaign.AuthorId)), (ReportTexts.Approvers, await NamesAsync(db, ct, campaign.ApproverId, campaign.SecondApproverId)),
            (ReportTexts.StartedAt, When(campaign.StartedAt)), (ReportTexts.EndedAt, When(campaign.EndedAt)), (ReportTexts.Plan, string.Join("; ", plan.Where(part => part.Length > 0))),
            (ReportTexts.Content, draft.Content.Title.Length > 0 ? $"{draft.Content.Title}\n{draft.Content.Text}" : draft.Content.Text),
            (ReportTexts.Hash, campaign.ApprovedHash ?? ""), (ReportTexts.CountedAt, Labels.Of(clock.GetUtcNow())),
        ];
        return [.. facts.Where(fact => fact.Value.Length > 0)];
    }

    private static async Task<string> NamesAsync(ChatbotDb db, CancellationToken ct, params Guid?[] people)
    {
        var ids = people.OfType<Guid>().ToList();
        var names = await db.Set<Official>().Where(o => ids.Contains(o.Id)).Select(o => o.FullName).ToListAsync(ct);
        var keys = await db.Set<ApiKey>().Where(k => ids.Contains(k.Id)).Select(k => k.Name).ToListAsync(ct);
        return string.Join(", ", names.Concat(keys.Select(ApiKeyTexts.Author)));
    }

    private static string When(DateTimeOffset? time) => time is { } at ? Labels.Of(at) : "";
}
