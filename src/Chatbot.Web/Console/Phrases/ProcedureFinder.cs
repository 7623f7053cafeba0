using Chatbot.Catalogue;
using Chatbot.Conversations;

namespace Chatbot.Web.Console.Phrases;

/// <summary>Procedures among which an official chooses.</summary>
internal static class ProcedureFinder
{
    private const int Most = 8;

    /// <param name="known">The catalogue in use.</param>
    /// <param name="search">Words or a code; empty: what the text is most likely about.</param>
    /// <param name="chosen">Stands first while nothing is searched; null: nothing is chosen.</param>
    /// <param name="text">The question; empty: none yet.</param>
    public static IReadOnlyList<Procedure> Of(Knowledge known, string search, string? chosen, string text)
    {
        if (search.Length > 0) return known.Search(search, Most);
        IEnumerable<string> likely = text.Length > 0 ? known.Suggest(text, Most) : [];
        return [.. (chosen is null ? likely : likely.Prepend(chosen)).Distinct().Select(known.Find).OfType<Procedure>().Take(Most)];
    }
}
