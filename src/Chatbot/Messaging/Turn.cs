using Chatbot.Channels;
using Chatbot.Persistence;

namespace Chatbot.Messaging;

/// <summary>One event of one conversation, being handled. What the handler adds here is committed together with "this event is handled", or not at all.</summary>
public sealed class Turn
{
    private readonly List<OutboundMessage> replies = [];
    private readonly List<object> records = [];
    private readonly List<Func<ChatbotDb, CancellationToken, Task>> changes = [];
    private readonly List<Func<ChatbotDb, CancellationToken, Task>> lastChanges = [];
    private readonly List<LiveChange> told = [];

    /// <summary>Our own number of the event.</summary>
    public required long EventId { get; init; }

    public required ChannelEvent Event { get; init; }

    /// <summary>Loaded for this turn and locked to this worker; change it through its verbs.</summary>
    public required Conversation Conversation { get; init; }

    public required ChannelAccount Account { get; init; }

    public required DateTimeOffset Now { get; init; }

    public IReadOnlyList<OutboundMessage> Replies => replies;

    /// <summary>Entities to insert in the same transaction (answers given, handovers …).</summary>
    public IReadOnlyList<object> Records => records;

    /// <summary>Statements on rows that are there already, run in the same transaction before anything else is written.</summary>
    public IReadOnlyList<Func<ChatbotDb, CancellationToken, Task>> Changes => changes;

    /// <summary>Statements that name what is new, run in the same transaction after everything else was written.</summary>
    public IReadOnlyList<Func<ChatbotDb, CancellationToken, Task>> LastChanges => lastChanges;

    /// <summary>For open pages, once all of it is committed.</summary>
    internal IReadOnlyList<LiveChange> Told => told;

    public void Reply(OutboundMessage message) => replies.Add(message);

    public void Record(object entity) => records.Add(entity);

    public void Change(Func<ChatbotDb, CancellationToken, Task> change) => changes.Add(change);

    /// <summary>For rows that hang on the conversation, which may be as new as this turn.</summary>
    public void ChangeLast(Func<ChatbotDb, CancellationToken, Task> change) => lastChanges.Add(change);

    /// <summary>Open pages that show this look again; also from within a <see cref="Change"/>.</summary>
    public void Tell(LiveChange change) => told.Add(change);
}

/// <summary>Who decides what is said: the bot. The only way from Messaging up to Conversations.</summary>
public interface ITurnHandler
{
    /// <summary>Handles one event. May read the database; writes only through the turn. An exception makes the dispatcher try again, then answer with <see cref="TakeFailedAsync"/>.</summary>
    Task TakeAsync(Turn turn, CancellationToken ct);

    /// <summary>The last resort after repeated failures: the apology with the hotline card, and a handover. Must not throw.</summary>
    Task TakeFailedAsync(Turn turn, CancellationToken ct);
}
