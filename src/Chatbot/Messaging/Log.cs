using Chatbot.Channels;
using Microsoft.Extensions.Logging;

namespace Chatbot.Messaging;

/// <summary>What the inbox, the dispatcher and the outbox tell the operator: ids of ours and counts, no citizen.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Connection for wake-ups lost; opening it again")]
    public static partial void ListenerLost(this ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Inbox could not commit {Count} events; the platform will deliver them again")]
    public static partial void InboxFailed(this ILogger logger, Exception error, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stored {Count} {Channel} events for an account that is not served here")]
    public static partial void AccountNotServed(this ILogger logger, int count, Channel channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "Lane {Lane} could not reach the database; trying again in {Delay}")]
    public static partial void LaneFailed(this ILogger logger, Exception error, int lane, TimeSpan delay);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Handling a batch of {Count} events failed; handling them one by one")]
    public static partial void BatchFailed(this ILogger logger, Exception error, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {EventId} failed {Attempts} times; answered with the last resort")]
    public static partial void EventFailed(this ILogger logger, Exception error, long eventId, int attempts);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {EventId} cannot be read: the keys that protect it are gone")]
    public static partial void EventUnreadable(this ILogger logger, long eventId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost partitions to another process; the batch is dropped and handled there")]
    public static partial void PartitionsLost(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Working on {Count} of {Total} partitions")]
    public static partial void PartitionsOwned(this ILogger logger, int count, int total);

    [LoggerMessage(Level = LogLevel.Error, Message = "Partition leases could not be renewed")]
    public static partial void LeasesFailed(this ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} refused by {Channel}: {Reason} ({Code})")]
    public static partial void MessageRefused(this ILogger logger, long messageId, Channel channel, RefusalReason reason, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} to {Channel} is unconfirmed: {Why}; it is not sent again")]
    public static partial void MessageUnknown(this ILogger logger, long messageId, Channel channel, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recovered after a stopped process: {Planned} messages planned again, {Unknown} unconfirmed")]
    public static partial void Recovered(this ILogger logger, int planned, int unknown);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox could not reach the database; trying again")]
    public static partial void OutboxFailed(this ILogger logger, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeper: {Events} events and {Messages} messages older than {Age} that nobody took")]
    public static partial void SweeperFound(this ILogger logger, int events, int messages, TimeSpan age);

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Bodies} bodies erased, {Rows} rows deleted")]
    public static partial void Retained(this ILogger logger, int bodies, int rows);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The accounts could not be read anew; those in use stay")]
    public static partial void AccountsNotRead(this ILogger logger, Exception error);
}
