using System.Globalization;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.Cli;

/// <summary><c>outbox unknown [--database CONNECTION]</c>: messages of which nobody knows whether they arrived, oldest first. They are never sent again on their own.</summary>
/// <remarks>Tab-separated: id, channel, account, created (UTC), reason. No texts and no citizens.</remarks>
public static class OutboxVerb
{
    public static int Run(string[] args) => RunAsync(args, Console.Out, Console.Error, CancellationToken.None).GetAwaiter().GetResult();

    /// <returns>0: listed; 1: the database refused; 2: wrong call.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (args is ["unknown", .. var rest]) return CommandDatabase.UseAsync(new Arguments(rest).Get("database"), errors, databases => ListAsync(databases, output, ct));
        errors.WriteLine("Usage: outbox unknown [--database CONNECTION]");
        return Task.FromResult(2);
    }

    private static async Task<int> ListAsync(IDbContextFactory<ChatbotDb> databases, TextWriter output, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var unconfirmed = db.Set<OutboxMessage>().Where(m => m.Status == OutboxStatus.Unknown).OrderBy(m => m.Id)
            .Select(m => new { m.Id, m.Channel, m.AccountId, m.CreatedAt, m.Reason });
        await foreach (var m in unconfirmed.AsAsyncEnumerable().WithCancellation(ct))
        {
            var created = m.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            await output.WriteLineAsync($"{m.Id}\t{m.Channel}\t{m.AccountId}\t{created}\t{m.Reason ?? "-"}");
        }
        return 0;
    }
}
