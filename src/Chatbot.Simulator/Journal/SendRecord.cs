namespace Chatbot.Simulator.Journal;

/// <summary>How far the answer to a send has come.</summary>
public enum SendState
{
    /// <summary>The request is here; there is no answer yet.</summary>
    Handling,
    /// <summary>Over without a complete answer: the client went away, or a planned fault broke the connection.</summary>
    Broken,
    /// <summary>The whole answer was given to the network; nothing shows that the client read it.</summary>
    Answered,
    /// <summary>Another request came over the same connection: an HTTP/1.1 client sends it only after reading the answer before.</summary>
    Read,
}

/// <summary>One request that sends messages, as the stand-in saw it. Times are the machine's, not the platforms'.</summary>
/// <param name="Number">1 for the first send of this stand-in; a batch is one send.</param>
/// <param name="Connection">The connection it came over.</param>
/// <param name="FinishedAt">When the answer was complete or broken; null: still handled.</param>
/// <param name="ConnectionEndedAt">Null: the connection is still open, or another send came over it later.</param>
public sealed record SendRecord(
    long Number, Platform Platform, string Connection, DateTimeOffset ReceivedAt, SendState State, DateTimeOffset? FinishedAt, DateTimeOffset? ConnectionEndedAt)
{
    /// <summary>Messages that lie in a mailbox because of this send; empty: refused, or not decided yet.</summary>
    public IReadOnlyList<string> MessageIds { get; init; } = [];

    /// <summary>Something was delivered, whatever the answer said or became of it.</summary>
    public bool IsAccepted => MessageIds.Count > 0;
}

/// <summary>Sends since the start, by where they are now.</summary>
public sealed record SendTotals(long Received, long Accepted, long Handling, long Broken, long Answered);

/// <summary>Sends that were under way at a moment: what a service that died then cannot know the outcome of.</summary>
/// <param name="Handling">Not answered yet at that moment.</param>
/// <param name="Broken">Broken shortly before, without a complete answer.</param>
/// <param name="Unread">Answered shortly before, and nothing shows that the answer was read by then.</param>
/// <param name="JustRead">Answered shortly before and read by then; the reader may still not have stored it.</param>
public sealed record SendsInFlight(int Handling, int Broken, int Unread, int JustRead)
{
    public int Total => Handling + Broken + Unread + JustRead;
}
