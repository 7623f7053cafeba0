using Chatbot.Officials;
using Chatbot.Persistence;

namespace Chatbot.Web.Console.Cases.Work;

/// <summary>Offices to which a visitor may hand a case: their own and lower ones, the one above, and the others below that.</summary>
internal static class ForwardTargets
{
    public static Task<UnitScope> ReadAsync(ChatbotDb db, Visitor visitor, CancellationToken ct) => UnitScope.OfAsync(db, Above(visitor.UnitPath), ct);

    private static string Above(string path)
    {
        var cut = path.TrimEnd('/').LastIndexOf('/');
        return cut < 0 ? path : path[..(cut + 1)];
    }
}
