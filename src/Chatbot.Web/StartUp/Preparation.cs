using Chatbot.Channels;
using Chatbot.Channels.Zalo;
using Chatbot.Conversations;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Web.StartUp;

internal static class Preparation
{
    /// <summary>Before the first request: the file is ours, tables are of this version, accounts and catalogue are in memory.</summary>
    /// <returns>The lock on a SQLite file, held until the process ends; null on PostgreSQL.</returns>
    public static async Task<SqliteFileLock?> PrepareAsync(this WebApplication app)
    {
        var services = app.Services;
        var ct = app.Lifetime.ApplicationStopping;
        var fileLock = SqliteFileLock.Take(services.GetRequiredService<DatabaseInfo>());
        var databases = services.GetRequiredService<IDbContextFactory<ChatbotDb>>();
        await Migrator.MigrateAsync(databases, TimeSpan.FromSeconds(60), services.GetRequiredService<TimeProvider>(), ct);
        await services.GetRequiredService<ZaloSetup>().RunAsync(ct);
        await services.GetRequiredService<AccountDirectory>().RefreshAsync(ct);
        await services.GetRequiredService<KnowledgeKeeper>().RefreshAsync(ct);
        return fileLock;
    }
}
