using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Hotline.Cases;

/// <summary>An official has found that talks on several channels are with one citizen. Undoing deletes the row; the case's history says that both happened.</summary>
public sealed class SameCitizen
{
    public Guid ConversationId { get; init; }

    /// <summary>The same for all talks of one citizen.</summary>
    public Guid CitizenKey { get; init; }

    public Guid OfficialId { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>This talk and those that were joined with it.</summary>
    public static IQueryable<Conversation> TalksOf(ChatbotDb db, Guid conversation)
    {
        var keys = db.Set<SameCitizen>().Where(s => s.ConversationId == conversation).Select(s => s.CitizenKey);
        var joined = db.Set<SameCitizen>().Where(s => keys.Contains(s.CitizenKey)).Select(s => s.ConversationId);
        return db.Set<Conversation>().Where(c => c.Id == conversation || joined.Contains(c.Id));
    }

    public static IQueryable<Case> CasesOf(ChatbotDb db, Guid conversation)
    {
        var talks = TalksOf(db, conversation).Select(c => c.Id);
        return db.Set<Case>().Where(c => talks.Contains(c.ConversationId));
    }
}

internal sealed class SameCitizenMap : IEntityTypeConfiguration<SameCitizen>
{
    public void Configure(EntityTypeBuilder<SameCitizen> same)
    {
        same.HasKey(s => s.ConversationId);
        same.HasIndex(s => s.CitizenKey);
        same.HasOne<Conversation>().WithMany().HasForeignKey(s => s.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
