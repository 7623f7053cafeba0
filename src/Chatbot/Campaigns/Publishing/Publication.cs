using Chatbot.Campaigns.Sending;
using Chatbot.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Publishing;

/// <summary>One public campaign at one account: published once; unknown is never repeated.</summary>
public sealed class Publication
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CampaignId { get; init; }

    public Guid AccountId { get; init; }

    public Channel Channel { get; init; }

    public DeliveryStatus Status { get; init; }

    /// <summary>Of <see cref="Preparation"/>; null: nothing is prepared.</summary>
    public string? Begun { get; init; }

    public string? Reason { get; init; }

    public int? PlatformCode { get; init; }

    public string? LeaseOwner { get; init; }

    public DateTimeOffset NotBefore { get; init; }

    public string? PlatformId { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The official who said what became of it, see <see cref="SettleUnknown"/>; null: nobody had to.</summary>
    public Guid? SettledBy { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}

internal sealed class PublicationMap : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.HasIndex(p => new { p.CampaignId, p.AccountId }).IsUnique();   // once an account
        publication.HasIndex(p => new { p.Status, p.NotBefore });
        publication.HasOne<Campaign>().WithMany().HasForeignKey(p => p.CampaignId).OnDelete(DeleteBehavior.Cascade);
    }
}
