using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Publishing;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Hotline;
using Chatbot.Officials;
using Chatbot.Officials.ApiKeys;
using Chatbot.Persistence;
using Chatbot.Web.Console.Access;
using Chatbot.Web.Console.ApiKeys;
using Chatbot.Web.Console.Campaigns.Unknown;
using Chatbot.Web.Console.Layout;
using Chatbot.Web.Console.Lists;
using Chatbot.Web.Console.Preview;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>Everything that the page of one campaign shows.</summary>
/// <param name="Count">As of now; null: public, frozen already, or nothing to count yet.</param>
/// <param name="IsOwnWork">The visitor wrote in it.</param>
public sealed record CampaignSheet(
    Campaign Campaign, string Unit, IReadOnlyDictionary<Guid, string> Names, Progress Progress, IReadOnlyList<Publication> Publications, AudienceCount? Count, IReadOnlyList<AudienceSample> Sample,
    IReadOnlyList<(string Language, IReadOnlyList<ShownTalk> Talks)> Preview, IReadOnlyList<SegmentRow> Segments, bool IsOwnWork, WriterHelp Help,
    UnknownRows Unknown)
{
    /// <returns>Empty: nobody, or somebody who is gone.</returns>
    public string NameOf(Guid? official) => official is { } id ? Names.GetValueOrDefault(id, "") : "";
}

/// <summary>What the page of one campaign shows.</summary>
internal sealed class CampaignPageReader(
    ConsoleContext console, IDbContextFactory<ChatbotDb> databases, ReadProgress progress, CountAudience count, WriterHelpReader help, IEnumerable<IChannelSender> senders, TimeProvider clock)
{
    private const int SampleSize = 5;

    /// <param name="id">The campaign.</param>
    /// <param name="notice">What was just done, or why it was not; null: nothing to say.</param>
    /// <param name="isError">It was not done.</param>
    /// <param name="typed">What the editor typed and could not be stored; null: as it stands.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<IResult> PageAsync(Guid id, string? notice, bool isError, CampaignDraft? typed, CancellationToken ct) => PageAsync(id, notice, isError, typed, repeatsTyped: null, ct);

    /// <inheritdoc cref="PageAsync(Guid, string?, bool, CampaignDraft?, CancellationToken)"/>
    /// <param name="repeatsTyped">What was typed about its return and not understood; null: understood.</param>
    public async Task<IResult> PageAsync(Guid id, string? notice, bool isError, CampaignDraft? typed, string? repeatsTyped, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await console.ScopeAsync(ct);
        if (await db.Set<Campaign>().Within(scope).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign) return TypedResults.NotFound();
        return Pages.Show<CampaignPage>(new
        {
            Sheet = await SheetAsync(db, campaign, scope, ct),
            Typed = typed ?? campaign.Read(),
            Notice = notice,
            NoticeIsError = isError,
            RepeatsTyped = repeatsTyped,
        }, isError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>In every language, as each channel of the draft would show it.</summary>
    public IReadOnlyList<(string Language, IReadOnlyList<ShownTalk> Talks)> PreviewOf(CampaignDraft draft, string unit)
    {
        if (draft.Content.Text.Length == 0) return [];
        var day = DateOnly.FromDateTime(WorkingCalendar.Local(clock.GetUtcNow()).DateTime);
        var chosen = senders.Where(s => s.Channel == Channel.Facebook ? draft.Methods.Facebook is not null : draft.Methods.Zalo is not null).OrderBy(s => s.Channel).ToList();
        return [.. draft.Variants.Select(v => v.Language).Prepend(Languages.Vietnamese).Select(language => (Languages.NameOf(language), (IReadOnlyList<ShownTalk>)
            [.. chosen.Select(sender => new ShownTalk(sender.Channel, [.. sender.Render(DeliveryBodies.Message(draft, language, unit, day), new Recipient("0", null)).Select(body => ShownMessage.Of(sender, body))]))]))];
    }

    public static async Task<IReadOnlyList<SegmentRow>> SegmentsAsync(ChatbotDb db, UnitScope scope, CancellationToken ct) =>
        await SegmentRow.Read(db, scope, new ListQuery("", "", "", false, 1, new Dictionary<string, string>())).Take(500).ToListAsync(ct);

    private async Task<CampaignSheet> SheetAsync(ChatbotDb db, Campaign campaign, UnitScope scope, CancellationToken ct)
    {
        Guid?[] people = [campaign.AuthorId, campaign.EditorId, campaign.ApproverId, campaign.SecondApproverId];
        var ids = people.OfType<Guid>().ToList();
        var names = await db.Set<Official>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.FullName, ct);
        foreach (var key in await db.Set<ApiKey>().Where(k => ids.Contains(k.Id)).ToListAsync(ct)) names[key.Id] = ApiKeyTexts.Author(key.Name);
        var unit = await db.Set<Unit>().Where(u => u.Id == campaign.UnitId).Select(u => u.Name).SingleAsync(ct);
        var draft = campaign.Read();
        var isCounted = campaign.IsOpenToEditors && draft.Methods.IsAddressed && draft.Segment is not null;
        var me = console.Visitor.OfficialId;
        var counted = isCounted ? await count.CountAsync(campaign.UnitId, draft, ct) : null;
        return new CampaignSheet(
            campaign, unit, names, await progress.ReadAsync(campaign.Id, ct), await db.Set<Publication>().Where(p => p.CampaignId == campaign.Id).OrderBy(p => p.Channel).ToListAsync(ct),
            counted, isCounted ? await count.SampleAsync(campaign.UnitId, draft, SampleSize, ct) : [],
            PreviewOf(draft, unit), await SegmentsAsync(db, scope, ct), await db.Set<CampaignWriter>().AnyAsync(w => w.CampaignId == campaign.Id && w.OfficialId == me, ct),
            await help.ReadAsync(db, campaign, counted, scope, ct), await UnknownRows.ReadAsync(db, campaign.Id, ct));
    }
}
