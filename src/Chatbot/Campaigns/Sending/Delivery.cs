using Chatbot.Campaigns.Writing;
using Chatbot.Channels;
using Chatbot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Sending;

/// <summary>One message of one campaign to one person: what became of it. Written once for everybody before anything is sent.</summary>
/// <remarks>Planned → Claimed (a lease, may be taken over) → Sending (committed before the first byte leaves) → Sent, Refused or Unknown; or Skipped with the reason.
/// Unknown is confirmed by echoes and receipts or stays for a person to see; it is never sent again on its own (decision 0004).</remarks>
public sealed class Delivery
{
    public long Id { get; init; }

    public Guid CampaignId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Batch { get; init; }

    /// <summary>Unique in the campaign: the same citizen on two channels gets one.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Null: the citizen's data were deleted.</summary>
    public Guid? ConversationId { get; init; }

    public Guid AccountId { get; init; }

    public Channel Channel { get; init; }

    public DeliveryMethod Method { get; init; }

    public DeliveryStatus Status { get; init; }

    /// <summary>Planned, Claimed or Sending; computed by the database, see <see cref="OutboxMessage.IsOpen"/>.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>A <see cref="Audience.LeftOutReason"/> when skipped, a <see cref="RefusalReason"/> when refused, words when unknown; null otherwise.</summary>
    public string? Reason { get; init; }

    public int? PlatformCode { get; init; }

    /// <summary>The process that claimed it, see <see cref="CampaignWorker"/>; null: nobody.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>The owner's number for the statement that claimed it: what an earlier claim of the same process learns too late changes nothing.</summary>
    public long Claim { get; init; }

    public DateTimeOffset NotBefore { get; init; }

    /// <summary>How often the platform has put it off.</summary>
    public int Attempts { get; init; }

    public string? PlatformMessageId { get; init; }

    /// <summary>When it was marked as leaving.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The official who said what became of it, see <see cref="SettleUnknown"/>; null: nobody had to.</summary>
    public Guid? SettledBy { get; init; }

    public DateTimeOffset? SettledAt { get; init; }
}

public enum DeliveryStatus { Planned, Claimed, Sending, Sent, Refused, Unknown, Skipped }

/// <summary>None: nothing is sent on that channel.</summary>
public enum DeliveryMethod { None, FacebookUpdate, FacebookUtility, ZaloTemplate, ZaloConsultation }

internal static class DeliveryMethods
{
    public static DeliveryMethod Of(Channel channel, SendingMethods methods) => (channel, methods.Facebook, methods.Zalo) switch
    {
        (Channel.Facebook, FacebookMethod.Update, _) => DeliveryMethod.FacebookUpdate,
        (Channel.Facebook, FacebookMethod.Utility, _) => DeliveryMethod.FacebookUtility,
        (Channel.Zalo, _, ZaloMethod.Template) => DeliveryMethod.ZaloTemplate,
        (Channel.Zalo, _, ZaloMethod.Consultation) => DeliveryMethod.ZaloConsultation,
        _ => DeliveryMethod.None,
    };
}

/// <summary>A process that sends campaigns; what it has claimed is taken over when it stops renewing this.</summary>
public sealed class CampaignWorker
{
    public required string Id { get; init; }

    public DateTimeOffset Until { get; init; }
}

/// <summary>One rate that all processes share.</summary>
public sealed class RateBucket
{
    /// <summary>As <see cref="RateLimit.Name"/>.</summary>
    public required string Id { get; init; }

    public double Tokens { get; init; }

    /// <summary>Up to when the inflow is counted; ahead of us while the platform wants a pause.</summary>
    public DateTimeOffset FilledAt { get; init; }

    /// <summary>What the last call was given.</summary>
    public int Granted { get; init; }
}

internal sealed class DeliveryMap : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.HasIndex(d => new { d.PersonId, d.CampaignId }).IsUnique();   // one message a person a campaign
        delivery.Property(d => d.IsOpen).HasComputedColumnSql("status in ('Planned', 'Claimed', 'Sending')", stored: true);
        delivery.HasIndex(d => new { d.CampaignId, d.AccountId, d.Id }).HasFilter("is_open");
        delivery.HasIndex(d => new { d.CampaignId, d.Id });
        delivery.HasIndex(d => d.LeaseOwner).HasFilter("lease_owner IS NOT NULL AND is_open");
        delivery.HasIndex(d => d.ConversationId);
        delivery.HasIndex(d => d.PlatformMessageId).HasFilter("platform_message_id IS NOT NULL");
        delivery.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasOne<Conversation>().WithMany().HasForeignKey(d => d.ConversationId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class CampaignWorkerMap : IEntityTypeConfiguration<CampaignWorker>
{
    public void Configure(EntityTypeBuilder<CampaignWorker> worker) => worker.Property(w => w.Id).ValueGeneratedNever();
}

internal sealed class RateBucketMap : IEntityTypeConfiguration<RateBucket>
{
    public void Configure(EntityTypeBuilder<RateBucket> bucket) => bucket.Property(b => b.Id).ValueGeneratedNever();
}
