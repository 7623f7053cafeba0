using System.Security.Cryptography;
using System.Text;
using Chatbot.Officials;
using Chatbot.Understanding.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Learning;

/// <summary>Questions that ask for the same, as far as words tell: one proposal to an official. Holds no words itself, so that nothing stays of a citizen whose questions go.</summary>
public sealed class QuestionGroup : IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    /// <summary>See <see cref="KeyOf"/>; of the first question. Unique in a unit.</summary>
    public required string Key { get; init; }

    public GroupState State { get; private set; }

    /// <summary>What the questions are most likely about; null: nobody knows.</summary>
    public string? LikelyCode { get; private set; }

    public LikelyFrom LikelyFrom { get; private set; }

    public DateTimeOffset LastAskedAt { get; private set; }

    /// <summary>Official who accepted or rejected it; null: nobody yet.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Null: open.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Procedure that it was accepted for; null: it was not.</summary>
    public string? AcceptedCode { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>One more question.</summary>
    public void Take(DateTimeOffset askedAt, string? likelyCode, LikelyFrom from)
    {
        LastAskedAt = LastAskedAt > askedAt ? LastAskedAt : askedAt;
        (LikelyCode, LikelyFrom) = (likelyCode, from);
    }

    /// <summary>Asked again after it was taught, and still not understood: an official looks once more.</summary>
    public void Reopen() => (State, DecidedBy, DecidedAt, AcceptedCode) = (GroupState.Open, null, null, null);

    /// <summary>A digest of the words and their accents: tells equal questions, not what they say.</summary>
    public static string KeyOf(string maskedText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PhraseKey.Of(maskedText)))[..16]);
}

public enum GroupState { Open, Accepted, Rejected }

/// <summary>Who says what a group is about. Guess: the ranking alone.</summary>
public enum LikelyFrom { Guess, Citizens, Official }

internal sealed class QuestionGroupMap : IEntityTypeConfiguration<QuestionGroup>
{
    public void Configure(EntityTypeBuilder<QuestionGroup> group)
    {
        group.HasIndex(g => new { g.UnitId, g.Key }).IsUnique();
        group.HasIndex(g => new { g.UnitId, g.State, g.LastAskedAt });
        group.HasOne<Unit>().WithMany().HasForeignKey(g => g.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
