using System.Collections.Concurrent;
using System.Threading.Channels;
using Chatbot.Persistence;
using Npgsql;

namespace Chatbot.Messaging;

/// <summary>"Something changed" for open pages, by topic, in every process: NOTIFY on PostgreSQL, in memory on SQLite. Tells nothing but the topic; whoever listens
/// reads the rows again. May be lost or come twice, so listeners also look by the clock.</summary>
public sealed class News(DatabaseInfo database)
{
    /// <summary>Payload: the topic.</summary>
    public const string ChannelName = "chatbot_news";

    private readonly ConcurrentDictionary<Subscription, bool> open = [];

    /// <summary>After the commit that changed something.</summary>
    /// <param name="topic">Ids of ours, for example <c>unit/…</c>; at most 200 characters.</param>
    public async Task TellAsync(string topic, CancellationToken ct)
    {
        Spread(topic);
        if (database.Kind != DatabaseKind.PostgreSql) return;
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync(ct);
        await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = ChannelName }, new() { Value = topic } } };
        await notify.ExecuteNonQueryAsync(ct);
    }

    public Subscription Listen(params IReadOnlyCollection<string> topics)
    {
        var subscription = new Subscription(topics, gone => open.TryRemove(gone, out _));
        open[subscription] = true;
        return subscription;
    }

    /// <summary>To those who listen in this process.</summary>
    internal void Spread(string topic)
    {
        foreach (var subscription in open.Keys) subscription.Tell(topic);
    }

    /// <summary>Notices may have been missed: everybody looks.</summary>
    internal void SpreadAll()
    {
        foreach (var subscription in open.Keys) subscription.Wake();
    }
}

/// <summary>One open page. Many notices while it is busy are one.</summary>
public sealed class Subscription : IDisposable
{
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IReadOnlyCollection<string> topics;
    private readonly Action<Subscription> forget;

    internal Subscription(IReadOnlyCollection<string> topics, Action<Subscription> forget) => (this.topics, this.forget) = (topics, forget);

    /// <summary>Returns at news, or after this time.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            await signal.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time to look without news.
        }
    }

    public void Dispose() => forget(this);

    internal void Tell(string topic)
    {
        if (topics.Contains(topic)) Wake();
    }

    internal void Wake() => signal.Writer.TryWrite(true);
}
