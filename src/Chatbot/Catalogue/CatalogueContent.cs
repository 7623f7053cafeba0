namespace Chatbot.Catalogue;

/// <summary>Everything that can be answered from, before validity is looked at.</summary>
public sealed record CatalogueContent(IReadOnlyList<Stored<Procedure>> Procedures, IReadOnlyList<Stored<FaqEntry>> Faqs, IReadOnlyList<Office> Offices)
{
    public static readonly CatalogueContent Empty = new([], [], []);

    /// <summary>The office's own published answers: beside the FAQ, whether that is imported or the starter's.</summary>
    public IReadOnlyList<Stored<FaqEntry>> Answers { get; init; } = [];

    /// <summary>Content that lies in no database, such as the starter catalogue.</summary>
    public static CatalogueContent Of(IEnumerable<Procedure> procedures, IEnumerable<FaqEntry> faqs, IEnumerable<Office> offices) =>
        new([.. procedures.Select(p => new Stored<Procedure>(p, null, 0))], [.. faqs.Select(f => new Stored<FaqEntry>(f, null, 0))], [.. offices]);
}

/// <summary>An entry and the version that it is; <see cref="VersionId"/> null and version 0: it comes from the starter catalogue or a file.</summary>
public sealed record Stored<T>(T Entry, Guid? VersionId, int Version);
