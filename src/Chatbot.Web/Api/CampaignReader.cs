using Chatbot.Campaigns;
using Chatbot.Campaigns.Writing;
using Chatbot.Channels;

namespace Chatbot.Web.Api;

/// <summary>Between what other systems write and read and our own campaigns.</summary>
internal static class CampaignReader
{
    /// <param name="segment">As chosen; null: none.</param>
    /// <returns>Null: a name that we do not know.</returns>
    public static CampaignDraft? Draft(NewCampaign written, SegmentChoice? segment)
    {
        if (written.Links.Any(link => link is null) || written.Values.Any(value => value is null) || written.Variants.Any(variant => variant is null)) return null;   // JSON may hold them all the same
        if (Named<Purpose>(written.Purpose) is not { } purpose || Named<Channel>(written.Preferred) is not { } preferred) return null;
        var (facebook, zalo, clicks) = (Named<FacebookMethod>(written.Facebook), Named<ZaloMethod>(written.Zalo), Named<ClickCounting>(written.Clicks));
        if (IsUnknown(written.Facebook, facebook) || IsUnknown(written.Zalo, zalo) || IsUnknown(written.Clicks, clicks)) return null;
        var content = new CampaignContent(written.Title, written.Text)
        {
            PictureUrl = written.PictureUrl, Phone = written.Phone, Links = [.. written.Links.Select(link => new CampaignLink(link.Title, link.Url))],
        };
        var methods = new SendingMethods(facebook, zalo)
        {
            FacebookTemplate = written.FacebookTemplate, FacebookTemplateLanguage = written.FacebookTemplateLanguage, ZaloTemplate = written.ZaloTemplate,
            Values = [.. written.Values.Select(value => new TemplateValue(value.Name, value.Value))],
        };
        return new CampaignDraft(written.Name, purpose, content, methods)
        {
            Segment = segment, Preferred = preferred, StartsAt = written.StartsAt, EndsAt = written.EndsAt, Topic = written.Topic, Clicks = clicks,
            Variants = [.. written.Variants.Select(variant => Variant(variant, content.Tidied()))],
            PlanTask = written.PlanTask, PlanCriterion = written.PlanCriterion, PlanUnit = written.PlanUnit, PlanPeriod = written.PlanPeriod,
        };
    }

    // Whoever writes both at once has translated this text.
    private static CampaignVariant Variant(NewVariant written, CampaignContent vietnamese) =>
        new(written.Language, new CampaignContent(written.Title, written.Text) { Links = vietnamese.Links, Phone = vietnamese.Phone }, CampaignDraft.HashOf(vietnamese));

    public static CampaignState State(Campaign campaign, CampaignCounts? counts) => new(
        campaign.Id, campaign.Revision, campaign.Name, campaign.Status.ToString(), campaign.Purpose.ToString(), campaign.UnitId, campaign.ContentHash)
    {
        StoppedBecause = campaign.StoppedBecause?.ToString(), ExpectedRecipients = campaign.ExpectedRecipients, CreatedAt = campaign.CreatedAt,
        StartsAt = campaign.StartsAt, EndsAt = campaign.EndsAt, StartedAt = campaign.StartedAt, EndedAt = campaign.EndedAt, Counts = counts,
    };

    // A number would name a member too.
    private static T? Named<T>(string? name)
        where T : struct, Enum => name is { Length: > 0 } && char.IsLetter(name[0]) && Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;

    private static bool IsUnknown<T>(string? written, T? read)
        where T : struct => !string.IsNullOrEmpty(written) && read is null;
}
