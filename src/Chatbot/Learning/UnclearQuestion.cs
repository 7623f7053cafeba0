using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Learning;

/// <summary>A question of a citizen that the bot did not understand, or not at once. Its text is masked; it goes with its conversation when the citizen's data go.</summary>
public sealed class UnclearQuestion : IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid GroupId { get; init; }

    public Guid ConversationId { get; init; }

    /// <summary>Event that asked it; unique: a question is collected once.</summary>
    public long EventId { get; init; }

    public UnclearWhy Why { get; init; }

    /// <summary>Without personal data, at most <see cref="Longest"/> characters.</summary>
    public required string Text { get; init; }

    /// <summary>As people type it when they search, see <see cref="PlainText"/>.</summary>
    public required string SearchText { get; init; }

    /// <summary>What the citizen chose or an official named afterwards; null: nobody said.</summary>
    public string? MeantCode { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public const int Longest = 300;
}

/// <summary>NotFound: no answer. NotChosen: the bot asked back and nothing was chosen. Chosen: it was. HandedOver: the citizen then wanted a person.
/// Answered: an official has answered it in a case. Corrected: the citizen said that the answer was the wrong one. Rephrased: understood when asked in other words.</summary>
public enum UnclearWhy { NotFound, NotChosen, Chosen, HandedOver, Answered, Corrected, Rephrased }

internal sealed class UnclearQuestionMap : IEntityTypeConfiguration<UnclearQuestion>
{
    public void Configure(EntityTypeBuilder<UnclearQuestion> question)
    {
        question.HasIndex(q => q.EventId).IsUnique();
        question.HasIndex(q => q.ConversationId);
        question.HasIndex(q => new { q.GroupId, q.AskedAt });
        question.HasIndex(q => q.AskedAt);
        question.HasOne<QuestionGroup>().WithMany().HasForeignKey(q => q.GroupId).OnDelete(DeleteBehavior.Cascade);
        question.HasOne<Conversation>().WithMany().HasForeignKey(q => q.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
