using Chatbot.Persistence;

namespace Chatbot.Catalogue.Import;

/// <summary>What the import must know of procedures and of FAQ entries to treat both alike.</summary>
internal sealed class EntryKind<TEntry, TVersion>
    where TEntry : class
    where TVersion : class, IContentVersion
{
    public required ImportKind Kind { get; init; }
    public required Func<TEntry, string> Code { get; init; }
    public required Func<TEntry, DateOnly?> SourceDate { get; init; }
    public required Func<TEntry, DateOnly?> ValidFrom { get; init; }

    /// <summary>The entry as JSON without its source date: a page that is read again and says the same is not amended.</summary>
    public required Func<TEntry, string> Content { get; init; }
    public required Func<TEntry, Stamp, TVersion> Version { get; init; }
}

/// <summary>What every new version carries beside the entry.</summary>
internal sealed record Stamp(Guid UnitId, Guid ImportId, string Source, int Version, string Content, string Hash, DateTimeOffset At);

internal static class EntryKinds
{
    public static readonly EntryKind<Procedure, ProcedureVersion> Procedures = new()
    {
        Kind = ImportKind.Procedures,
        Code = p => p.Code,
        SourceDate = p => p.SourceDate,
        ValidFrom = p => p.ValidFrom,
        Content = p => CatalogueText.Write(p with { SourceDate = null }),
        Version = (p, stamp) => new ProcedureVersion
        {
            UnitId = stamp.UnitId,
            Code = p.Code,
            Version = stamp.Version,
            Status = p.Status,
            ValidFrom = p.ValidFrom,
            ValidUntil = p.ValidUntil,
            ReplacedBy = p.ReplacedBy,
            Title = p.Name,
            Field = p.Field,
            SearchText = PlainText.Of($"{p.Code} {p.Name} {p.Field}"),
            DecisionNumber = p.DecisionNumber,
            Content = stamp.Content,
            ContentHash = stamp.Hash,
            SourceDate = p.SourceDate,
            ImportedAt = stamp.At,
            Source = stamp.Source,
            ImportId = stamp.ImportId,
        },
    };

    public static readonly EntryKind<FaqEntry, FaqVersion> Faq = new()
    {
        Kind = ImportKind.Faq,
        Code = f => f.Id,
        SourceDate = f => f.SourceDate,
        ValidFrom = f => f.ValidFrom,
        Content = f => CatalogueText.Write(f with { SourceDate = null }),
        Version = (f, stamp) => new FaqVersion
        {
            UnitId = stamp.UnitId,
            Code = f.Id,
            Version = stamp.Version,
            Title = f.Questions.Count > 0 ? f.Questions[0] : f.Id,
            Topic = f.Topic,
            SearchText = PlainText.Of($"{f.Id} {string.Join(' ', f.Questions)} {f.Topic}"),
            ValidFrom = f.ValidFrom,
            ValidUntil = f.ValidUntil,
            Content = stamp.Content,
            ContentHash = stamp.Hash,
            SourceDate = f.SourceDate,
            ImportedAt = stamp.At,
            Source = stamp.Source,
            ImportId = stamp.ImportId,
        },
    };
}
