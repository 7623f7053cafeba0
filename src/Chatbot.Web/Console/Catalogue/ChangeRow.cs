using Chatbot.Catalogue;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>A version that came into the catalogue.</summary>
public sealed class ChangeRow
{
    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public bool IsFaq { get; init; }

    public int Version { get; init; }

    public required string Source { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Names of the parts that differ from the version before; filled for the page that is shown.</summary>
    public string What { get; set; } = "";

    /// <summary>The newest first.</summary>
    public static IOrderedQueryable<ChangeRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var (procedures, faqs) = (db.Set<ProcedureVersion>().Within(scope), db.Set<FaqVersion>().Within(scope));
        if (Guid.TryParse(query.Filter("import"), out var import)) (procedures, faqs) = (procedures.Where(v => v.ImportId == import), faqs.Where(v => v.ImportId == import));
        foreach (var word in PlainText.Words(query.Search))
            (procedures, faqs) = (procedures.Where(v => v.SearchText.Contains(word)), faqs.Where(v => v.SearchText.Contains(word)));
        if (query.Filter("kind") == "added") (procedures, faqs) = (procedures.Where(v => v.Version == 1), faqs.Where(v => v.Version == 1));
        if (query.Filter("kind") == "amended") (procedures, faqs) = (procedures.Where(v => v.Version > 1), faqs.Where(v => v.Version > 1));
        var rows = procedures.Select(v => new ChangeRow { Id = v.Id, Code = v.Code, Title = v.Title, IsFaq = false, Version = v.Version, Source = v.Source, ValidFrom = v.ValidFrom, At = v.ImportedAt })
            .Concat(faqs.Select(v => new ChangeRow { Id = v.Id, Code = v.Code, Title = v.Title, IsFaq = true, Version = v.Version, Source = v.Source, ValidFrom = v.ValidFrom, At = v.ImportedAt }));
        return rows.OrderByDescending(r => r.At).ThenBy(r => r.Id);
    }
}
