namespace Chatbot.Channels;

/// <summary>One platform's way out: the seam that tests and platforms replace.</summary>
public interface IChannelSender
{
    Channel Channel { get; }

    /// <summary>Renders an answer into requests, each of which is one message at the platform, in order.</summary>
    /// <returns>Bodies for <see cref="OutgoingPart.Body"/>; at least one.</returns>
    IReadOnlyList<string> Render(OutboundMessage message, Recipient recipient);

    /// <summary>Renders a file as one more message.</summary>
    /// <returns>Null: the platform does not take this kind or size, or not to this recipient.</returns>
    string? RenderFile(OutboundFile file, Recipient recipient);

    /// <summary>The words of a rendered body, as the citizen reads them; empty: erased, or not one of ours.</summary>
    string TextOf(string body);

    /// <summary>Sends one part. Refreshes a token and repeats only where the platform certainly did not deliver; never retries an uncertain send.</summary>
    Task<SendOutcome> SendAsync(OutgoingPart part, CancellationToken ct);
}

/// <param name="AnonymousConversationId">Zalo anonymous web chat; null: an ordinary citizen.</param>
public sealed record Recipient(string CitizenId, string? AnonymousConversationId);

/// <param name="AccountId">Our own id of the account (<see cref="ChannelAccount.Id"/>).</param>
/// <param name="Body">The platform's JSON as <see cref="IChannelSender.Render"/> made it.</param>
/// <param name="Correlation">Our mark: sent along where the platform returns it (Facebook metadata); at most 40 characters.</param>
public sealed record OutgoingPart(Guid AccountId, string CitizenId, string Body, string Correlation, SendPriority Priority)
{
    /// <summary>A signed-in official pressed "send" for this part: Facebook's tag HUMAN_AGENT. Nothing automatic may set it.</summary>
    public bool AsHumanAgent { get; init; }
}

/// <summary>Replies pass first: a share of every rate is kept for them.</summary>
public enum SendPriority { Reply, Outreach }
