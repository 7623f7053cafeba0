using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Cli;

/// <summary><c>migrate [--database CONNECTION]</c>: brings the tables to this version, as the service does when it starts, and prints what it applied.</summary>
public static class MigrateVerb
{
    public static int Run(string[] args) => RunAsync(args, Console.Out, Console.Error, CancellationToken.None).GetAwaiter().GetResult();

    /// <returns>0: the tables are of this version; 1: the database refused; 2: wrong call.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var arguments = new Arguments(args);
        if (arguments.Has("") || (arguments.Has("database") && arguments.Get("database") is null))
        {
            errors.WriteLine("Usage: migrate [--database CONNECTION]");
            return Task.FromResult(2);
        }
        return CommandDatabase.UseAsync(arguments.Get("database"), errors, databases => MigrateAsync(databases, output, ct));
    }

    private static async Task<int> MigrateAsync(IDbContextFactory<ChatbotDb> databases, TextWriter output, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var waiting = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        await Migrator.MigrateAsync(databases, TimeSpan.FromSeconds(30), TimeProvider.System, ct);
        foreach (var migration in waiting) await output.WriteLineAsync(migration);
        await output.WriteLineAsync(waiting.Count == 0 ? "The database is of this version already." : $"{waiting.Count} applied.");
        return 0;
    }
}
