using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Chatbot.Simulator.Citizens;

/// <summary>A message added or changed, for pages that watch.</summary>
public sealed record LiveChange(Conversation Conversation, ChatMessage Message);

/// <summary>Hands changes to watching pages. A page that falls behind loses the oldest and reloads the conversation on its next visit.</summary>
public sealed class LiveFeed
{
    private const int Backlog = 256;
    private readonly ConcurrentDictionary<Channel<LiveChange>, byte> watchers = new();
    private long sequence;

    internal long NextSequence() => Interlocked.Increment(ref sequence);

    internal void Publish(Conversation conversation, ChatMessage message)
    {
        if (watchers.IsEmpty) return;
        var change = new LiveChange(conversation, message);
        foreach (var watcher in watchers.Keys) watcher.Writer.TryWrite(change);
    }

    internal Channel<LiveChange> Watch()
    {
        var channel = Channel.CreateBounded<LiveChange>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        watchers[channel] = 0;
        return channel;
    }

    internal void Leave(Channel<LiveChange> channel) => watchers.TryRemove(channel, out _);
}
