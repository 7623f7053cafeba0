using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Audience;

/// <summary>What an office knows of a citizen beside the talk itself. Goes with the conversation when the citizen's data are deleted.</summary>
public sealed class CitizenProfile : IOfUnit
{
    /// <summary>The conversation.</summary>
    public Guid Id { get; init; }

    public Guid UnitId { get; init; }

    /// <summary>The same for a citizen's conversations on both channels; a citizen who is known on one is that conversation's id.</summary>
    public Guid PersonId { get; set; }

    /// <summary>See <see cref="Writing.Languages"/>.</summary>
    public string Language { get; set; } = Writing.Languages.Vietnamese;

    public CitizenKind Kind { get; set; }

    /// <summary>See <see cref="PhoneNumbers.HashOf"/>: enough to find a citizen on a list of numbers, and no number to read. Null: not given.</summary>
    public string? PhoneHash { get; set; }
}

/// <summary>A word that officials put on a citizen, such as "hộ nghèo".</summary>
public sealed class CitizenTag
{
    public Guid ConversationId { get; init; }

    public required string Tag { get; init; }
}

/// <summary>A topic that a citizen asked for or refused.</summary>
public sealed class TopicChoice
{
    public Guid ConversationId { get; init; }

    public required string Topic { get; init; }

    /// <summary>False: refused.</summary>
    public bool IsWanted { get; init; }

    public DateTimeOffset ChosenAt { get; init; }
}

internal sealed class CitizenProfileMap : IEntityTypeConfiguration<CitizenProfile>
{
    public void Configure(EntityTypeBuilder<CitizenProfile> profile)
    {
        profile.Property(p => p.Id).ValueGeneratedNever();
        profile.HasIndex(p => p.PersonId);
        profile.HasIndex(p => p.PhoneHash).HasFilter("phone_hash IS NOT NULL");
        profile.HasOne<Conversation>().WithOne().HasForeignKey<CitizenProfile>(p => p.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CitizenTagMap : IEntityTypeConfiguration<CitizenTag>
{
    public void Configure(EntityTypeBuilder<CitizenTag> tag)
    {
        tag.HasKey(t => new { t.ConversationId, t.Tag });
        tag.HasOne<Conversation>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TopicChoiceMap : IEntityTypeConfiguration<TopicChoice>
{
    public void Configure(EntityTypeBuilder<TopicChoice> choice)
    {
        choice.HasKey(t => new { t.ConversationId, t.Topic });
        choice.HasOne<Conversation>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
