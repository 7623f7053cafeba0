namespace Chatbot.Channels;

/// <summary>One answer, written once and rendered for each channel within its limits, with a plain-text fallback.</summary>
/// <param name="Text">Plain text; longer than the channel allows is split at sentence ends.</param>
public sealed record OutboundMessage(string Text)
{
    /// <summary>Replies to choose from: Facebook quick replies, Zalo query buttons; they come back as <see cref="InboundMessage.Payload"/>.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Pages to open.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>A number to call; null: none.</summary>
    public PhoneNumber? Phone { get; init; }
}

/// <param name="Title">What the citizen reads; cut by the renderer to the channel's limit.</param>
/// <param name="Payload">Comes back unchanged, at most 200 characters; begins with '#', as Zalo returns it as if it had been typed.</param>
public sealed record Choice(string Title, string Payload);

public sealed record Link(string Title, string Url);

public sealed record PhoneNumber(string Title, string Number);
