namespace Chatbot.Simulator.Journal;

/// <summary>One send while it is watched; guarded by its ledger's lock.</summary>
internal sealed class SendTicket(Platform platform, string connection, DateTimeOffset receivedAt)
{
    public long Number { get; set; }

    public string Connection => connection;

    public DateTimeOffset ReceivedAt => receivedAt;

    public List<string> MessageIds { get; } = [];

    /// <summary>The handler wrote the whole answer; set before the response is complete.</summary>
    public bool IsWritten { get; set; }

    public bool IsBroken { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    public DateTimeOffset? ConnectionEndedAt { get; set; }

    public bool WasOpenAt(DateTimeOffset moment, TimeSpan margin) => FinishedAt is not { } finished || finished >= moment - margin;

    public SendState StateAt(DateTimeOffset moment) => FinishedAt is not { } finished || finished > moment ? SendState.Handling
        : IsBroken ? SendState.Broken
        : ReadAt <= moment ? SendState.Read
        : SendState.Answered;

    public SendRecord ToRecord() =>
        new(Number, platform, connection, receivedAt, StateAt(DateTimeOffset.MaxValue), FinishedAt, ConnectionEndedAt) { MessageIds = [.. MessageIds] };
}
