namespace Chatbot.Simulator.Citizens;

public enum ChatSide
{
    Citizen,
    /// <summary>Sent over the API by the service under test.</summary>
    Service,
    /// <summary>Written by an official in the platform's own chat tool.</summary>
    Official,
}

public enum ChatAction
{
    /// <summary>Comes back to the service: as a text (Zalo) or as a postback (Facebook).</summary>
    Reply,
    /// <summary>As <see cref="Reply"/>, but the citizen's own chat does not show it (Zalo <c>oa.query.hide</c>).</summary>
    HiddenReply,
    OpenLink,
    Call,
    /// <summary>Opens the SMS composer (Zalo).</summary>
    Sms,
    /// <summary>Shares the citizen's telephone number (Facebook quick reply).</summary>
    SharePhone,
    /// <summary>Shares the citizen's e-mail address (Facebook quick reply).</summary>
    ShareEmail,
    /// <summary>A kind of button that this stand-in shows but does not act on.</summary>
    Other,
}

/// <param name="Target">Payload, address or telephone number, by <paramref name="Action"/>.</param>
public sealed record ChatButton(string Title, ChatAction Action, string Target);

/// <summary>One row of a list or one card of a carousel.</summary>
/// <param name="Tap">What a tap on the row itself does; null: nothing.</param>
public sealed record ChatElement(string Title, string Subtitle, string ImageUrl, ChatButton? Tap, IReadOnlyList<ChatButton> Buttons);

/// <summary>One message of a conversation as the citizen's phone holds it.</summary>
/// <param name="Kind"><c>text</c>, <c>image</c>, <c>sticker</c>, <c>file</c>, <c>audio</c>, <c>video</c>, <c>location</c>, <c>list</c>, <c>cards</c>,
/// <c>request_user_info</c>, <c>template</c> or <c>notice</c>.</param>
public sealed record ChatMessage(long Sequence, string Id, ChatSide From, DateTimeOffset At, string Kind, string Text)
{
    public IReadOnlyList<ChatButton> Buttons { get; init; } = [];

    /// <summary>Offered once, above the composer; gone after the next message (Facebook).</summary>
    public IReadOnlyList<ChatButton> QuickReplies { get; init; } = [];

    public IReadOnlyList<ChatElement> Elements { get; init; } = [];

    /// <summary>Empty: no picture, file or sound.</summary>
    public string MediaUrl { get; init; } = "";

    /// <summary>The message this one answers; empty: none.</summary>
    public string QuotedId { get; init; } = "";

    /// <summary>Facebook's <c>messaging_type</c>, with the tag after a slash; Zalo's <c>quota_type</c>.</summary>
    public string Class { get; init; } = "";

    /// <summary>The name it was sent under instead of the Page's; empty: the Page's.</summary>
    public string Persona { get; init; } = "";

    /// <summary>Facebook's <c>metadata</c>, verbatim; empty: none.</summary>
    public string Metadata { get; init; } = "";

    /// <summary>Reactions given to this message, in the platform's own codes.</summary>
    public string Reaction { get; init; } = "";

    /// <summary>Sent by the citizen without being shown in their chat.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The request's body as received; empty for citizens' messages and in high-throughput mode.</summary>
    public string Raw { get; init; } = "";
}
