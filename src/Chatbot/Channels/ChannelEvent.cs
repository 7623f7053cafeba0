namespace Chatbot.Channels;

/// <summary>What happened, in our own words, whichever platform told it.</summary>
public abstract record ChannelEvent
{
    private ChannelEvent() { }

    /// <summary>The citizen wrote, pressed a button or sent something.</summary>
    public sealed record MessageReceived(InboundMessage Message) : ChannelEvent;

    /// <summary>The citizen changed a message that was sent before.</summary>
    public sealed record MessageEdited(string MessageId, string Text) : ChannelEvent;

    public sealed record Followed : ChannelEvent;

    public sealed record Unfollowed : ChannelEvent;

    /// <summary>The citizen opened the chat for the first time without writing (Zalo <c>user_click_chatnow</c>), or opened it again through a link of ours (Facebook <c>referral</c>): the office may greet.</summary>
    public sealed record ChatOpened : ChannelEvent
    {
        /// <summary>Word of ours in the link or QR code that led here; null: none.</summary>
        public string? Reference { get; init; }
    }

    /// <summary>Messages of ours reached the phone, or were seen when <paramref name="Seen"/>.
    /// By ids, or all sent up to and including <paramref name="Watermark"/>.</summary>
    public sealed record Received(bool Seen, IReadOnlyList<string> MessageIds, DateTimeOffset? Watermark) : ChannelEvent;

    /// <summary>A message of the account came back. <paramref name="Correlation"/>: our own mark on it, null when it carries none.</summary>
    public sealed record Echo(EchoSource Source, string MessageId, string? Correlation, string Text) : ChannelEvent;

    /// <summary>Another app or person holds the thread; the bot is silent.</summary>
    public sealed record ThreadTaken : ChannelEvent
    {
        /// <summary>What the citizen wrote to whoever holds the thread; empty: nothing that we are told.</summary>
        public string Text { get; init; } = "";
    }

    public sealed record ThreadReturned : ChannelEvent;

    /// <summary>The citizen demands deletion through the platform.</summary>
    public sealed record DataWithdrawn : ChannelEvent;

    /// <summary>The citizen's judgement on one of our messages.</summary>
    public sealed record Feedback(string MessageId, bool Good) : ChannelEvent;

    /// <summary>The platform warned, restricted or released the account.</summary>
    public sealed record PolicyEnforced(PolicyAction Action, string Reason) : ChannelEvent;

    /// <summary>The platform answers to nobody here: stored, not acted on.</summary>
    public sealed record Recorded : ChannelEvent;
}

/// <summary>Ours: sent by this service. Official: a person or another app wrote, so the bot falls silent. Unknown: the platform does not tell.</summary>
public enum EchoSource { Ours, Official, Unknown }

public enum PolicyAction { Warning, Blocked, Unblocked }
