using Chatbot.Catalogue.Phrases;
using Chatbot.Officials;
using Chatbot.Persistence;
using Chatbot.Web.Console.Lists;

namespace Chatbot.Web.Console.Phrases;

/// <summary>A taught phrase in the list.</summary>
public sealed class OwnRow
{
    public Guid Id { get; init; }

    public required string Text { get; init; }

    public required string ProcedureCode { get; init; }

    public PhraseOrigin Origin { get; init; }

    /// <summary>Empty: no longer there.</summary>
    public required string Official { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public bool IsWithdrawn { get; init; }

    public static string Words(PhraseOrigin origin) => origin == PhraseOrigin.Written ? PhrasesTexts.OriginWritten : PhrasesTexts.OriginAsked;

    /// <summary>The newest first; those in use unless the filter asks for those withdrawn.</summary>
    public static IOrderedQueryable<OwnRow> Read(ChatbotDb db, UnitScope scope, ListQuery query)
    {
        var withdrawn = query.Filter("state") == "withdrawn";
        var phrases = db.Set<OfficePhrase>().Within(scope).Where(p => p.WithdrawnAt != null == withdrawn);
        var word = PlainText.Of(query.Search);
        if (word.Length > 0) phrases = phrases.Where(p => p.SearchText.Contains(word) || p.ProcedureCode == query.Search);
        return phrases.Select(p => new OwnRow
        {
            Id = p.Id,
            Text = p.Text,
            ProcedureCode = p.ProcedureCode,
            Origin = p.Origin,
            Official = db.Set<Official>().Where(o => o.Id == p.OfficialId).Select(o => o.FullName).FirstOrDefault() ?? "",
            CreatedAt = p.CreatedAt,
            IsWithdrawn = p.WithdrawnAt != null,
        }).OrderByDescending(r => r.CreatedAt).ThenBy(r => r.Id);
    }
}
