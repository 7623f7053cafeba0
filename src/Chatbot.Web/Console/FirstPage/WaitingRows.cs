using Chatbot.Officials;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.FirstPage;

/// <summary>Rows of one kind that wait for this person, as a tile of the first page.</summary>
/// <param name="path">Where the rows are.</param>
internal abstract class WaitingRows(IDbContextFactory<ChatbotDb> databases, string title, string hint, string path) : IWaiting
{
    public abstract Right Any { get; }

    public abstract int Order { get; }

    public async Task<WaitingTile> CountAsync(Visitor visitor, UnitScope scope, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return new WaitingTile(title, hint, await CountAsync(db, visitor, scope, ct), path);
    }

    protected abstract Task<int> CountAsync(ChatbotDb db, Visitor visitor, UnitScope scope, CancellationToken ct);
}
