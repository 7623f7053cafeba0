using Chatbot.Officials;
using Chatbot.Officials.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chatbot.Campaigns.Writing.Legal;

/// <summary>A legal document as the officials' register has it. One register for the whole service: the law is the same in every office.</summary>
public sealed class LegalDocument : IAudited
{
    public const int LongestNumber = 60;
    public const int LongestText = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>See <see cref="Citations.KeyOf"/>; unique.</summary>
    [Unaudited] public required string Key { get; init; }

    /// <summary>As it is written, such as <c>46/2014/NĐ-CP</c>.</summary>
    [AuditedText] public required string Number { get; set; }

    /// <summary>A name by which texts cite it without its number, such as <c>Luật Đất đai 2013</c>; empty: none.</summary>
    [AuditedText] public string ShortName { get; private set; } = "";

    [AuditedText] public string Title { get; private set; } = "";

    /// <summary>Null: not known.</summary>
    public DateOnly? IssuedOn { get; private set; }

    public LegalStatus Status { get; private set; }

    /// <summary>Day from which <see cref="Status"/> holds; null: it holds already.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Numbers or names of what replaces or amends it; empty: none.</summary>
    [AuditedText] public string ReplacedBy { get; private set; } = "";

    [Unaudited] public DateTimeOffset ChangedAt { get; private set; }

    [Unaudited] public int Revision { get; private set; }

    Guid IAudited.AuditUnitId => Unit.RootId;

    public void Write(LegalEntry entry, DateTimeOffset now)
    {
        (Number, ShortName, Title, ReplacedBy) = (entry.Number, entry.ShortName, entry.Title, entry.ReplacedBy);
        (IssuedOn, Status, Since, ChangedAt, Revision) = (entry.IssuedOn, entry.Status, entry.Since, now, Revision + 1);
    }

    public LegalStatus StatusOn(DateOnly day) => Since is { } since && day < since ? LegalStatus.InForce : Status;
}

/// <summary>One line of the register, as it is entered or imported.</summary>
public sealed record LegalEntry(string Number, LegalStatus Status)
{
    public string ShortName { get; init; } = "";

    public string Title { get; init; } = "";

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? Since { get; init; }

    public string ReplacedBy { get; init; } = "";

    /// <summary>Nothing too long, and a number that a text can cite: by "không số" nobody would ever be warned.</summary>
    public bool IsSound =>
        Number.Length <= LegalDocument.LongestNumber && Citations.IsNumber(Number)
        && new[] { ShortName, Title, ReplacedBy }.All(text => text.Length <= LegalDocument.LongestText);

    public LegalEntry Tidied() => this with
    {
        Number = CampaignContent.Tidy(Number),
        ShortName = CampaignContent.Tidy(ShortName),
        Title = CampaignContent.Tidy(Title),
        ReplacedBy = CampaignContent.Tidy(ReplacedBy),
    };
}

/// <summary>Amended: parts of it have changed. Repealed: all of it.</summary>
public enum LegalStatus { InForce, Amended, Repealed }

internal sealed class LegalDocumentMap : IEntityTypeConfiguration<LegalDocument>
{
    public void Configure(EntityTypeBuilder<LegalDocument> document)
    {
        document.HasIndex(d => d.Key).IsUnique();
        document.Property(d => d.Revision).IsConcurrencyToken();
    }
}
