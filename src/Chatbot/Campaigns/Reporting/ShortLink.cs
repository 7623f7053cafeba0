using System.Security.Cryptography;
using Chatbot.Campaigns.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Reporting;

/// <summary>One address that a campaign links to, with the short one of our own that stands for it. Made when the campaign starts, never changed.</summary>
public sealed class ShortLink
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";   // none that look alike
    private const int CodeLength = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    /// <summary>Where it leads.</summary>
    public required string Url { get; init; }

    /// <summary>Ten letters that nobody guesses.</summary>
    public required string Code { get; init; }

    /// <summary>Signs the number of a delivery in an address; see <see cref="ShortCode"/>.</summary>
    public required byte[] Secret { get; init; }

    public ClickCounting Counting { get; init; }

    public static ShortLink For(Guid campaignId, string url, ClickCounting counting) => new()
    {
        CampaignId = campaignId, Url = url, Code = RandomNumberGenerator.GetString(Letters, CodeLength), Secret = RandomNumberGenerator.GetBytes(32), Counting = counting,
    };
}

/// <summary>Somebody followed a short link.</summary>
public sealed class LinkClick
{
    public long Id { get; init; }

    public Guid LinkId { get; init; }

    public Guid CampaignId { get; init; }

    /// <summary>Null: clicks are counted without persons, see <see cref="ClickCounting.Anonymous"/>.</summary>
    public long? DeliveryId { get; init; }

    public DateTimeOffset ClickedAt { get; init; }
}

internal sealed class ShortLinkMap : IEntityTypeConfiguration<ShortLink>
{
    public void Configure(EntityTypeBuilder<ShortLink> link)
    {
        link.HasIndex(l => l.Code).IsUnique();
        link.HasIndex(l => new { l.CampaignId, l.Url }).IsUnique();
        link.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LinkClickMap : IEntityTypeConfiguration<LinkClick>
{
    public void Configure(EntityTypeBuilder<LinkClick> click)
    {
        click.HasIndex(c => new { c.LinkId, c.DeliveryId }).IsUnique();   // a person counts once a link; without persons every click counts
        click.HasIndex(c => new { c.CampaignId, c.Id });
        click.HasOne<ShortLink>().WithMany().HasForeignKey(c => c.LinkId).OnDelete(DeleteBehavior.Cascade);
    }
}
