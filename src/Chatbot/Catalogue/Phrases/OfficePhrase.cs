using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Catalogue.Phrases;

/// <summary>A way in which citizens of an office ask for a procedure, taught by an official: the bot knows it beside the phrase bank that ships.</summary>
/// <remarks>Never deleted: a withdrawn one stays, so that rows and withdrawals, counted, tell every process that something changed.</remarks>
public sealed class OfficePhrase : IAudited, IOfUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; } = Unit.RootId;

    [AuditedText] public required string ProcedureCode { get; init; }

    /// <summary>Holds no personal data.</summary>
    public required string Text { get; init; }

    /// <summary>See <see cref="Understanding.Learning.PhraseKey"/>; one phrase in use means one procedure in a unit.</summary>
    [Unaudited] public required string Key { get; init; }

    /// <summary>As people type it when they search, see <see cref="PlainText"/>.</summary>
    [Unaudited] public required string SearchText { get; init; }

    public PhraseOrigin Origin { get; init; }

    /// <summary>Who taught it.</summary>
    public Guid OfficialId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: in use.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Null: in use.</summary>
    public Guid? WithdrawnBy { get; private set; }

    /// <returns>False: was withdrawn before.</returns>
    public bool Withdraw(Guid officialId, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return false;
        (WithdrawnAt, WithdrawnBy) = (now, officialId);
        return true;
    }

    Guid IAudited.AuditUnitId => UnitId;
}

/// <summary>Written by an official, or accepted from what citizens asked.</summary>
public enum PhraseOrigin { Written, Asked }

internal sealed class OfficePhraseMap : IEntityTypeConfiguration<OfficePhrase>
{
    public void Configure(EntityTypeBuilder<OfficePhrase> phrase)
    {
        phrase.HasIndex(p => new { p.UnitId, p.Key }).IsUnique().HasFilter("withdrawn_at IS NULL");   // two who press at once teach it once
        phrase.HasIndex(p => new { p.UnitId, p.CreatedAt });
        phrase.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
