using System.Data.Common;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.Cli;

/// <summary>The database that a verb works on: <c>--database</c>, else <c>ConnectionStrings__Chatbot</c>, else the SQLite file in the data folder.</summary>
internal static class CommandDatabase
{
    /// <returns>What the work returns; 1: the database refused it; 2: it is named wrongly.</returns>
    public static async Task<int> UseAsync(string? named, TextWriter errors, Func<IDbContextFactory<ChatbotDb>, Task<int>> work)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var connection = string.IsNullOrWhiteSpace(named) ? PersistenceServices.ConnectionOf(configuration) : ConnectionText.Prepared(named);
            await using var services = new ServiceCollection().AddChatbotDb(connection).BuildServiceProvider();
            return await work(services.GetRequiredService<IDbContextFactory<ChatbotDb>>());
        }
        catch (DbException e)
        {
            await errors.WriteLineAsync($"The database does not take it: {e.Message}");
            return 1;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)   // no connection string, or one with an unknown part
        {
            await errors.WriteLineAsync(e.Message);
            return 2;
        }
    }
}
