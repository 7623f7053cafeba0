using Chatbot.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Chatbot.Messaging;

/// <summary>Wake-ups from other processes: LISTEN on PostgreSQL. A lost connection is opened again, and everything is looked at once, as notices may have been missed.</summary>
internal sealed class WakeUpListener(DatabaseInfo database, WakeUps wakeUps, LiveChanges live, ILogger<WakeUpListener> logger) : BackgroundService
{
    /// <summary>Payload: numbers of shares, separated by commas; empty means the outbox.</summary>
    public const string ChannelName = "chatbot_wake";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind != DatabaseKind.PostgreSql) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or IOException or TimeoutException)
            {
                logger.ListenerLost(error);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        var text = new NpgsqlConnectionStringBuilder(database.Connection) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        connection.Notification += (_, notice) => Hear(notice.Channel, notice.Payload);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}; LISTEN {LiveChanges.ChannelName}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        wakeUps.WakeAll();
        live.Tell(LiveChange.Everything);
        while (!ct.IsCancellationRequested) await connection.WaitAsync(ct);
    }

    private void Hear(string channel, string payload)
    {
        if (channel == LiveChanges.ChannelName) live.Hear(payload);
        else Wake(payload);
    }

    private void Wake(string payload)
    {
        if (payload.Length == 0) wakeUps.WakeOutbox();
        foreach (var number in payload.Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (int.TryParse(number, out var partition) && partition is >= 0 and < Partitions.Count) wakeUps.Wake(partition);
    }
}
