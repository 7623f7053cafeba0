using Chatbot.Messaging;
using Chatbot.Officials;
using Chatbot.Understanding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Conversations;

/// <summary>One answer that was given: who was told what, from which version of the catalogue. Holds no words of the citizen.</summary>
public sealed class AnswerRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    public Guid AccountId { get; init; }

    /// <summary>Null: the citizen had their data deleted; the count remains, the person does not.</summary>
    public Guid? ConversationId { get; private set; }

    /// <summary>Event that was answered; null after deletion.</summary>
    public long? EventId { get; private set; }

    public Handling Handling { get; init; }

    /// <summary>Null: not about one procedure.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>Version of the entry that was shown; null: not about one, or the catalogue comes from a file without versions.</summary>
    public Guid? EntryVersionId { get; init; }

    public string CatalogueVersion { get; init; } = "";

    /// <summary>Null: not about one procedure.</summary>
    public Aspect? Aspect { get; init; }

    /// <summary>Null: not a frequently asked question.</summary>
    public string? FaqId { get; init; }

    /// <summary>0 to 1; 1 for a button or a command, which leave no doubt; 0 for a message in which nothing was recognised.</summary>
    public double Confidence { get; init; }

    public DateTimeOffset AnsweredAt { get; init; }

    public static AnswerRecord For(Turn turn, Handling handling) => For(turn, handling, null);

    public static AnswerRecord For(Turn turn, Handling handling, Answered? about) => new()
    {
        UnitId = turn.Conversation.UnitId,
        AccountId = turn.Account.Id,
        ConversationId = turn.Conversation.Id,
        EventId = turn.EventId,
        Handling = handling,
        ProcedureCode = about?.ProcedureCode,
        EntryVersionId = about?.EntryVersionId,
        CatalogueVersion = about?.CatalogueVersion ?? "",
        Aspect = about?.Aspect,
        FaqId = about?.FaqId,
        Confidence = about?.Confidence ?? 1,
        AnsweredAt = turn.Now,
    };
}

/// <summary>What an answer was about.</summary>
public sealed record Answered(string CatalogueVersion)
{
    public string? ProcedureCode { get; init; }

    public Guid? EntryVersionId { get; init; }

    public Aspect? Aspect { get; init; }

    public string? FaqId { get; init; }

    public double Confidence { get; init; } = 1;
}

internal sealed class AnswerRecordMap : IEntityTypeConfiguration<AnswerRecord>
{
    public void Configure(EntityTypeBuilder<AnswerRecord> answer)
    {
        answer.HasIndex(a => new { a.UnitId, a.AnsweredAt, a.Handling });   // counts of a year are read off it
        answer.HasIndex(a => a.ConversationId);
        answer.HasOne<Conversation>().WithMany().HasForeignKey(a => a.ConversationId).OnDelete(DeleteBehavior.SetNull);
    }
}
