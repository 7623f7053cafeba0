using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Catalogue.Answers;

internal sealed class PublishedAnswerMap : IEntityTypeConfiguration<PublishedAnswer>
{
    public void Configure(EntityTypeBuilder<PublishedAnswer> answer)
    {
        answer.Property(a => a.Revision).IsConcurrencyToken();
        answer.HasIndex(a => a.Code).IsUnique();
        answer.HasIndex(a => a.OriginCaseId).IsUnique();   // two presses of "make a draft" make one
        answer.HasIndex(a => new { a.UnitId, a.Status, a.ApprovedAt });
        answer.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnswerVersionMap : IEntityTypeConfiguration<AnswerVersion>
{
    public void Configure(EntityTypeBuilder<AnswerVersion> version)
    {
        version.HasIndex(v => new { v.AnswerId, v.Version }).IsUnique();
        version.HasOne<PublishedAnswer>().WithMany().HasForeignKey(v => v.AnswerId).OnDelete(DeleteBehavior.Restrict);
    }
}
