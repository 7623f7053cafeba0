using Chatbot.Campaigns.Sending;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Reporting;

/// <summary>What a citizen did within <see cref="CampaignOptions.EffectWindow"/> after a delivery, and before the next one. Kept as a row, so that a report can be recounted after
/// the messages themselves have been deleted; holds no words.</summary>
public sealed class CampaignEffect
{
    public long Id { get; init; }

    public Guid CampaignId { get; init; }

    public long DeliveryId { get; init; }

    public EffectKind Kind { get; init; }

    /// <summary>Id of the case or of the answer; empty: the delivery says all.</summary>
    public string Subject { get; init; } = "";

    public DateTimeOffset HappenedAt { get; init; }
}

/// <summary>Answered: wrote or pressed a button, once a delivery. OptedOut: refused further messages. Complaint: a petition, complaint or denunciation was opened.
/// Question: the bot was asked something.</summary>
public enum EffectKind { Answered, OptedOut, Complaint, Question }

internal sealed class CampaignEffectMap : IEntityTypeConfiguration<CampaignEffect>
{
    public void Configure(EntityTypeBuilder<CampaignEffect> effect)
    {
        effect.HasIndex(e => new { e.DeliveryId, e.Kind, e.Subject }).IsUnique();
        effect.HasIndex(e => new { e.CampaignId, e.Kind });
        effect.HasOne<Delivery>().WithMany().HasForeignKey(e => e.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}
