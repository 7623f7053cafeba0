using Chatbot.Officials;

namespace Chatbot.Web.Console.FirstPage;

/// <summary>What waits for a person on the first page. Each capability registers its own: <c>services.AddScoped&lt;IWaiting, …&gt;()</c>.</summary>
public interface IWaiting
{
    /// <summary>Who sees it.</summary>
    Right Any { get; }

    /// <summary>From the top left.</summary>
    int Order { get; }

    /// <summary>Counted within the visitor's units.</summary>
    Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct);
}

/// <param name="Path">Where the rows are.</param>
public sealed record WaitingTile(string Title, string Hint, int Count, string Path);
