using Chatbot.Channels;
using Chatbot.Cli;
using Chatbot.Messaging;
using Chatbot.Persistence;
using Chatbot.Testing.Databases;
using Chatbot.Testing.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Chatbot.ComponentTests.Cli;

public sealed class DatabaseVerbsTests : IDisposable
{
    private readonly StringWriter output = new(), errors = new();

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Migrate_prints_what_it_applied_and_a_second_time_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Assert.Equal(0, await MigrateVerb.RunAsync(["--database", database.ConnectionString], output, errors, CancellationToken.None));
        await using var db = database.NewContext();
        var known = db.Database.GetMigrations().ToList();
        Assert.Equal([.. known, $"{known.Count} applied."], Lines());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());

        output.GetStringBuilder().Clear();
        Assert.Equal(0, await MigrateVerb.RunAsync(["--database", database.ConnectionString], output, errors, CancellationToken.None));
        Assert.Equal(["The database is of this version already."], Lines());
    }

    [Theory]
    [InlineData("--database", "nonsense")]
    [InlineData("--database")]
    [InlineData("now")]
    public async Task A_wrong_call_says_why(params string[] args)
    {
        Assert.Equal(2, await MigrateVerb.RunAsync(args, output, errors, CancellationToken.None));
        Assert.NotEqual("", errors.ToString());
        Assert.Equal(2, await OutboxVerb.RunAsync(args, output, errors, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Unconfirmed_messages_are_listed_without_text_or_citizen(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var host = await MessagingHost.StartAsync(database);
        host.Channel.Outcome = (_, part) => part.Body == "first" ? new SendOutcome.Unknown("time-out") : null;
        await host.Inbox.AcceptAsync([TestChannel.Says("citizen-a", "1", "first|second")], CancellationToken.None);
        await host.IdleAsync();
        var unknown = Assert.Single(await host.RowsAsync<OutboxMessage>(), row => row.Status == OutboxStatus.Unknown);

        Assert.Equal(0, await OutboxVerb.RunAsync(["unknown", "--database", database.ConnectionString], output, errors, CancellationToken.None));
        var columns = Assert.Single(Lines()).Split('\t');
        Assert.Equal([$"{unknown.Id}", "Zalo", $"{unknown.AccountId}", "time-out"], [.. columns[..3], columns[4]]);
        Assert.EndsWith("Z", columns[3]);
        Assert.DoesNotContain("first", output.ToString());
        Assert.DoesNotContain("citizen-a", output.ToString());
    }

    private string[] Lines() => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
