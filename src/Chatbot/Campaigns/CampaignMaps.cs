using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns;

internal sealed class CampaignMap : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.Property(c => c.Revision).IsConcurrencyToken();
        campaign.HasIndex(c => new { c.UnitId, c.Status, c.ChangedAt });
        campaign.HasIndex(c => new { c.Status, c.StartsAt });
        campaign.HasIndex(c => c.NextAt);
        campaign.HasIndex(c => new { c.SeriesId, c.OccursAt, c.Step }).IsUnique();   // one campaign a time
        campaign.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CampaignWriterMap : IEntityTypeConfiguration<CampaignWriter>
{
    public void Configure(EntityTypeBuilder<CampaignWriter> writer)
    {
        writer.HasKey(w => new { w.CampaignId, w.OfficialId });
        writer.HasOne<Campaign>().WithMany().HasForeignKey(w => w.CampaignId).OnDelete(DeleteBehavior.Cascade);
    }
}
