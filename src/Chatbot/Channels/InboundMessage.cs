namespace Chatbot.Channels;

/// <summary>What a citizen wrote or sent.</summary>
/// <param name="Text">NFC; empty when there is only an attachment.</param>
public sealed record InboundMessage(Channel Channel, string SenderId, string Text, DateTimeOffset SentAt)
{
    /// <summary>The platform's id of the message; empty when it has none (old postbacks).</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Payload of the button that was pressed; null: typed, not a button press.</summary>
    public string? Payload { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>WGS 84 degrees; null: no position was shared.</summary>
    public SharedLocation? Location { get; init; }

    /// <summary>Word of ours in the link or QR code through which the citizen came with this message; null: none.</summary>
    public string? Reference { get; init; }

    /// <summary>Zalo anonymous web chat: its conversation id, needed to answer; null: an ordinary citizen.</summary>
    public string? AnonymousConversationId { get; init; }
}

/// <summary>Something sent beside text. <see cref="Url"/> expires at the platform; empty when it gave none.</summary>
public sealed record Attachment(AttachmentKind Kind, string Url)
{
    public string Name { get; init; } = "";
}

public enum AttachmentKind { Image, Audio, Video, File, Sticker, Link, ContactCard, Other }

public sealed record SharedLocation(double Latitude, double Longitude);
