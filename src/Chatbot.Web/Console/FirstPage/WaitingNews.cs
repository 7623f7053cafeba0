using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.Console.FirstPage;

/// <summary>Tells open first pages, in every process, that something there may have changed. Changes of cases tell it themselves.</summary>
public sealed class WaitingNews(LiveChanges live, IDbContextFactory<ChatbotDb> databases)
{
    /// <summary>After the commit.</summary>
    public async Task ChangedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await live.TellAsync(db, [LiveChange.FirstPages], ct);
    }
}
