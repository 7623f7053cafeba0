using Chatbot.Channels;
using Chatbot.Persistence;
using Microsoft.Extensions.Logging;

namespace Chatbot.Messaging;

/// <summary>What handling a batch needs.</summary>
internal sealed class BatchServices(
    IEnumerable<IChannelEvents> events, IEnumerable<IChannelSender> senders, ITurnHandler handler, AccountDirectory accounts,
    ISecretBox box, PartitionOwner owner, WriteGate gate, LiveChanges live, IEnumerable<ISentElsewhere> others, TimeProvider clock, ILogger<Dispatcher> logger)
{
    public IReadOnlyList<ISentElsewhere> Others { get; } = [.. others];

    public IReadOnlyDictionary<Channel, IChannelEvents> Events { get; } = events.ToDictionary(e => e.Channel);

    public IReadOnlyDictionary<Channel, IChannelSender> Senders { get; } = senders.ToDictionary(s => s.Channel);

    public ITurnHandler Handler => handler;

    public AccountDirectory Accounts => accounts;

    public ISecretBox Box => box;

    public PartitionOwner Owner => owner;

    public WriteGate Gate => gate;

    public LiveChanges Live => live;

    public TimeProvider Clock => clock;

    public ILogger Logger => logger;
}
