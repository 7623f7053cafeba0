using Chatbot.Catalogue;

namespace Chatbot.Web.Console.Catalogue;

/// <summary>What an entry is on a day.</summary>
public enum EntryState { InForce, Upcoming, Ended }

internal static class EntryStates
{
    public static EntryState Of(ProcedureStatus status, DateOnly? from, DateOnly? until, DateOnly today) =>
        from > today ? EntryState.Upcoming : status is ProcedureStatus.Repealed or ProcedureStatus.Replaced || until < today ? EntryState.Ended : EntryState.InForce;

    public static string Words(EntryState state) => state switch
    {
        EntryState.InForce => CatalogueTexts.StateInForce,
        EntryState.Upcoming => CatalogueTexts.StateUpcoming,
        _ => CatalogueTexts.StateEnded,
    };

    /// <summary>Class of the state's sign, see content.css.</summary>
    public static string Badge(EntryState state) => state switch
    {
        EntryState.InForce => "content-state content-good",
        EntryState.Upcoming => "content-state content-waits",
        _ => "content-state",
    };

    public static IEnumerable<(string, string)> Choices => Enum.GetValues<EntryState>().Select(state => (state.ToString().ToLowerInvariant(), Words(state)));
}
