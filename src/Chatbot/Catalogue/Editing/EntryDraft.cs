using Chatbot.Catalogue.Import;
using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Catalogue.Editing;

/// <summary>A change to a procedure or a question that one official writes and another approves; only then is it a version of the catalogue.</summary>
/// <remarks>An approval binds to <see cref="ContentHash"/>. The database refuses an approval by author or editor, and a second open draft of the same entry.</remarks>
public sealed class EntryDraft : IOfUnit, IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UnitId { get; init; }

    public ImportKind Kind { get; init; }

    /// <summary>Code of the procedure or id of the question.</summary>
    [AuditedText] public required string Code { get; init; }

    /// <summary>Newest version when the draft was begun; null: there was none.</summary>
    public Guid? BaseVersionId { get; init; }

    public string Title { get; private set; } = "";

    /// <summary>The entry as JSON, as <see cref="IContentVersion.Content"/>.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Content"/>, hex.</summary>
    [Unaudited] public string ContentHash { get; private set; } = "";

    public DraftStatus Status { get; private set; } = DraftStatus.Draft;

    public Guid AuthorId { get; init; }

    /// <summary>Who last changed it; null: nobody since it was begun.</summary>
    public Guid? EditorId { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? ApproverId { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Content that was approved; null: none is.</summary>
    [Unaudited] public string? ApprovedHash { get; private set; }

    /// <summary>Why it was returned; empty: it was not.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Grows with every act; whoever acts on an older one is told that somebody else was faster.</summary>
    [Unaudited] public int Revision { get; private set; } = 1;

    public DateTimeOffset CreatedAt { get; init; }

    [Unaudited] public DateTimeOffset ChangedAt { get; private set; }

    public bool IsOpen => Status is DraftStatus.Draft or DraftStatus.Submitted or DraftStatus.Returned;

    Guid IAudited.AuditUnitId => UnitId;

    /// <exception cref="InvalidOperationException">It is a draft of a question.</exception>
    public Procedure ReadProcedure() => Kind == ImportKind.Procedures ? CatalogueText.Procedure(Content) : throw new InvalidOperationException("Not a procedure.");

    /// <exception cref="InvalidOperationException">It is a draft of a procedure.</exception>
    public FaqEntry ReadFaq() => Kind == ImportKind.Faq ? CatalogueText.Faq(Content) : throw new InvalidOperationException("Not a question.");

    /// <summary>Takes new content; what was submitted is a draft again.</summary>
    /// <param name="by">Null: it is being begun.</param>
    /// <returns>False: it is closed.</returns>
    internal bool Write(string title, string content, Guid? by, DateTimeOffset now)
    {
        if (!IsOpen) return false;
        var hash = Import.ContentHash.Of(content);
        if (hash == ContentHash) return true;
        (Title, Content, ContentHash, EditorId) = (title, content, hash, by ?? EditorId);
        Become(DraftStatus.Draft, now);
        return true;
    }

    internal bool Submit(DateTimeOffset now)
    {
        if (Status is not (DraftStatus.Draft or DraftStatus.Returned)) return false;
        (SubmittedAt, Remark) = (now, "");
        Become(DraftStatus.Submitted, now);
        return true;
    }

    /// <summary>Author and editor are not asked to judge their own work.</summary>
    public bool IsOwnWorkOf(Guid officialId) => officialId == AuthorId || officialId == EditorId;

    internal bool Approve(Guid officialId, DateTimeOffset now)
    {
        if (Status != DraftStatus.Submitted || IsOwnWorkOf(officialId)) return false;
        (ApproverId, ApprovedAt, ApprovedHash) = (officialId, now, ContentHash);
        Become(DraftStatus.Approved, now);
        return true;
    }

    internal bool Return(string remark, DateTimeOffset now)
    {
        if (Status != DraftStatus.Submitted) return false;
        Remark = remark;
        Become(DraftStatus.Returned, now);
        return true;
    }

    internal bool Discard(DateTimeOffset now)
    {
        if (!IsOpen) return false;
        Become(DraftStatus.Discarded, now);
        return true;
    }

    private void Become(DraftStatus status, DateTimeOffset now)
    {
        (Status, ChangedAt) = (status, now);
        Revision++;
    }
}

/// <summary>Approved and Discarded are the ends.</summary>
public enum DraftStatus { Draft, Submitted, Returned, Approved, Discarded }

internal sealed class EntryDraftMap : IEntityTypeConfiguration<EntryDraft>
{
    public void Configure(EntityTypeBuilder<EntryDraft> draft)
    {
        draft.Ignore(d => d.IsOpen);
        draft.Property(d => d.Revision).IsConcurrencyToken();
        draft.HasIndex(d => new { d.UnitId, d.Kind, d.Code }).IsUnique().HasFilter("status in ('Draft', 'Submitted', 'Returned')");
        draft.HasIndex(d => new { d.UnitId, d.Status, d.ChangedAt });
        draft.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
