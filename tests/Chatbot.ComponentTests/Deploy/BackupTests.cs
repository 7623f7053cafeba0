using System.Diagnostics;
using Chatbot.Channels;
using Chatbot.Messaging;
using Chatbot.Testing.Databases;
using Chatbot.Testing.House;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using DatabaseKind = Chatbot.Persistence.DatabaseKind;

namespace Chatbot.ComponentTests.Deploy;

/// <summary>The operators' scripts, run as an operator runs them, against a real server.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chatbot-backup-").FullName;

    [PostgresFact]
    public async Task A_restored_backup_holds_everything_and_sends_nothing_twice()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.PostgreSql);
        await PlantAsync(database);

        var (backup, keys) = await BackUpAsync(database);
        var restored = await RestoreAsync(database, backup, keys);

        await using var db = Context(database, restored);
        var message = await db.Set<OutboxMessage>().SingleAsync();
        Assert.Equal((OutboxStatus.Unknown, "restored from a backup"), (message.Status, message.Reason));
        Assert.Equal(EventStatus.Recorded, (await db.Set<InboundEvent>().SingleAsync()).Status);
        Assert.Equal("citizen-1", (await db.Set<Conversation>().SingleAsync()).CitizenId);
        Assert.Equal("key", await File.ReadAllTextAsync(Path.Combine(folder, "restored", "keys", "key-1.xml")));
        Assert.Contains("outbox_message=1", await File.ReadAllLinesAsync(Path.Combine(backup, "rows")));
    }

    [PostgresFact]
    public async Task A_planned_move_goes_on_where_it_stood()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.PostgreSql);
        await PlantAsync(database);

        var (backup, keys) = await BackUpAsync(database);
        var restored = await RestoreAsync(database, backup, keys, "--resume");

        await using var db = Context(database, restored);
        Assert.Equal(OutboxStatus.Planned, (await db.Set<OutboxMessage>().SingleAsync()).Status);
        Assert.Equal(EventStatus.Pending, (await db.Set<InboundEvent>().SingleAsync()).Status);
    }

    [PostgresFact]
    public async Task A_damaged_backup_and_a_full_database_are_refused()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.PostgreSql);
        await PlantAsync(database);
        var (backup, keys) = await BackUpAsync(database);

        var full = await RunAsync("restore.sh", Environment(database, new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!), backup, keys);
        await File.AppendAllTextAsync(Path.Combine(backup, "database.dump"), "x");
        var damaged = await RunAsync("restore.sh", Environment(database, "never_" + Guid.NewGuid().ToString("N")), backup, keys);

        Assert.NotEqual(0, full.Status);
        Assert.Contains("name an empty one", full.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, damaged.Status);
    }

    [PostgresFact]
    public async Task Keys_beside_the_data_are_refused()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.PostgreSql);
        var environment = Environment(database, new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!);
        environment["KEYS_BACKUP_FOLDER"] = environment["BACKUP_FOLDER"];

        var (status, output) = await RunAsync("backup.sh", environment);

        Assert.NotEqual(0, status);
        Assert.Contains("must differ", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(string Backup, string Keys)> BackUpAsync(TestDatabase database)
    {
        var (status, output) = await RunAsync("backup.sh", Environment(database, new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!));
        Assert.True(status == 0, output);
        var backup = Assert.Single(Directory.GetDirectories(Path.Combine(folder, "backups")));
        return (backup, Assert.Single(Directory.GetFiles(Path.Combine(folder, "keys-backups"))));
    }

    private async Task<string> RestoreAsync(TestDatabase database, string backup, string keys, params string[] more)
    {
        var name = "restored_" + Guid.NewGuid().ToString("N");
        var environment = Environment(database, name);
        environment["DATA_FOLDER"] = Path.Combine(folder, "restored");
        var (status, output) = await RunAsync("restore.sh", environment, [backup, keys, .. more]);
        Assert.True(status == 0, output);
        return name;
    }

    private Dictionary<string, string> Environment(TestDatabase database, string name)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        Directory.CreateDirectory(Path.Combine(folder, "data", "keys"));
        File.WriteAllText(Path.Combine(folder, "data", "keys", "key-1.xml"), "key");
        return new()
        {
            ["PATH"] = $"{PostgresBinaries.Folder}:{System.Environment.GetEnvironmentVariable("PATH")}",
            ["PGHOST"] = server.Host!,
            ["PGPORT"] = $"{server.Port}",
            ["PGUSER"] = server.Username!,
            ["PGDATABASE"] = name,
            ["BACKUP_FOLDER"] = Path.Combine(folder, "backups"),
            ["KEYS_BACKUP_FOLDER"] = Path.Combine(folder, "keys-backups"),
            ["DATA_FOLDER"] = Path.Combine(folder, "data"),
        };
    }

    private static async Task<(int Status, string Output)> RunAsync(string script, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "deploy", script));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static async Task PlantAsync(TestDatabase database)
    {
        var now = DateTimeOffset.UtcNow;
        var account = new ChannelAccount { Channel = Channel.Zalo, PlatformId = "oa-1", RefreshToken = "secret", CreatedAt = now };
        var talk = new Conversation { AccountId = account.Id, Channel = Channel.Zalo, CitizenId = "citizen-1", CreatedAt = now };
        await using var db = database.NewContext();
        db.AddRange(account, talk, new OutboxMessage
        {
            AccountId = account.Id,
            ConversationId = talk.Id,
            Channel = Channel.Zalo,
            CitizenId = "citizen-1",
            Body = "{}",
            Correlation = "c1",
            Status = OutboxStatus.Planned,
            NotBefore = now,
            CreatedAt = now,
        }, new InboundEvent
        {
            Channel = Channel.Zalo,
            PlatformAccountId = "oa-1",
            EventKey = "e1",
            Kind = "user_send_text",
            CitizenId = "citizen-1",
            OccurredAt = now,
            ReceivedAt = now,
            Status = EventStatus.Pending,
        });
        await db.SaveChangesAsync();
    }

    private static Chatbot.Persistence.ChatbotDb Context(TestDatabase server, string name)
    {
        var connection = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, Pooling = false };
        var options = new DbContextOptionsBuilder<Chatbot.Persistence.ChatbotDb>();
        Chatbot.Persistence.PersistenceServices.Configure(options, DatabaseKind.PostgreSql, connection.ConnectionString);
        return new(options.Options);
    }
}
