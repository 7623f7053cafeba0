using Chatbot.Channels;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Messaging;

/// <summary>One citizen at one account: what is remembered between two messages.</summary>
public sealed class Conversation : IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid AccountId { get; init; }

    public Channel Channel { get; init; }

    /// <summary>The platform's id of the citizen, scoped to the account.</summary>
    public required string CitizenId { get; init; }

    /// <summary>Worker share that handles it, see <see cref="Partitions"/>.</summary>
    public int Partition { get; init; }

    /// <summary>State of the dialog as JSON written by Conversations; empty: a new talk.</summary>
    public string State { get; set; } = "";

    /// <summary>Zalo anonymous web chat; null: an ordinary citizen.</summary>
    public string? AnonymousConversationId { get; set; }

    /// <summary>Last thing the citizen did that opens the platform's window; null: nothing yet.</summary>
    public DateTimeOffset? LastInboundAt { get; set; }

    /// <summary>The bot does not answer before this time, because a person does; null: the bot answers.</summary>
    public DateTimeOffset? SilentUntil { get; private set; }

    /// <summary>Since when nothing that we start is sent; null: messages are welcome.</summary>
    public DateTimeOffset? OptedOutAt { get; private set; }

    public bool IsFollower { get; set; }

    /// <summary>When the citizen last began to follow; null: never, or before this was noted.</summary>
    public DateTimeOffset? FollowedAt { get; private set; }

    /// <summary>The newest open case of this talk, with which officials deal; null: none is open.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>What was written in this talk is kept until then, however old it is, because an official works with it; null: nobody does.</summary>
    public DateTimeOffset? KeepUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>An official has blocked this citizen: the bot answers nothing but danger and the rights over one's data. Null: not blocked.</summary>
    public DateTimeOffset? BlockedAt { get; private set; }

    public bool IsSilent(DateTimeOffset now) => BlockedAt is not null || SilentUntil > now;

    public void FallSilent(DateTimeOffset until) => SilentUntil = SilentUntil > until ? SilentUntil : until;

    public void SpeakAgain() => SilentUntil = null;

    public void OpenCase(Guid caseId, DateTimeOffset keepUntil) => (CaseId, KeepUntil) = (caseId, keepUntil);

    /// <summary>The platform says it again sometimes: only a beginning counts.</summary>
    public void Follow(DateTimeOffset now)
    {
        if (!IsFollower) FollowedAt = now;
        IsFollower = true;
    }

    public void OptOut(DateTimeOffset now) => OptedOutAt ??= now;

    public void OptIn() => OptedOutAt = null;
}

internal sealed class ConversationMap : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.HasIndex(c => new { c.AccountId, c.CitizenId }).IsUnique();
        conversation.HasOne<ChannelAccount>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        conversation.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
