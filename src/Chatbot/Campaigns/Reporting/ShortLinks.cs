using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chatbot.Campaigns.Reporting;

/// <summary>The short links of one campaign, put in the place of its own.</summary>
public sealed class ShortLinks(string address, IReadOnlyList<ShortLink> links)
{
    /// <summary>Path of the public site below which short links lie.</summary>
    public const string Path = "/l";

    private readonly Dictionary<string, ShortLink> links = links.ToDictionary(link => link.Url);

    /// <param name="delivery">Null: in public.</param>
    public CampaignDraft In(CampaignDraft draft, long? delivery) => draft.WithLinks(url => Short(url, delivery));

    private string Short(string url, long? delivery) => links.TryGetValue(url, out var link)
        ? $"{address}{Path}/{ShortCode.Write(link.Code, link.Secret, link.Counting == ClickCounting.ByRecipient ? delivery : null)}" : url;
}

/// <summary>Makes and reads the short links of campaigns. Without a public address of the service there are none, and citizens get the addresses themselves.</summary>
public sealed class KeepShortLinks(IDbContextFactory<ChatbotDb> databases, IOptions<ChannelOptions> channels)
{
    private string? Address => channels.Value.PublicAddress?.AbsoluteUri.TrimEnd('/');

    /// <summary>As part of the transaction that makes the campaign run.</summary>
    public void Make(ChatbotDb db, Campaign campaign)
    {
        var draft = campaign.Read();
        if (draft.Clicks is not { } counting || Address is null) return;
        var counted = campaign.IsPublic ? ClickCounting.Anonymous : counting;
        var urls = draft.Variants.Select(variant => variant.Content).Prepend(draft.Content).SelectMany(content => content.Links).Select(link => link.Url).Distinct();
        db.AddRange(urls.Select(url => ShortLink.For(campaign.Id, url, counted)));
    }

    /// <returns>Null: it has none.</returns>
    public async Task<ShortLinks?> ReadAsync(Guid campaignId, CancellationToken ct)
    {
        if (Address is not { } address) return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        var links = await db.Set<ShortLink>().Where(link => link.CampaignId == campaignId).ToListAsync(ct);
        return links.Count == 0 ? null : new ShortLinks(address, links);
    }
}
