using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chatbot.Channels.Zalo;

/// <summary>A citizen's message out of its event.</summary>
internal static class ZaloInboundMapper
{
    public static InboundMessage Map(string kind, JsonElement root, DateTimeOffset now)
    {
        var message = root.Child("message");
        var text = message.Text("text").Normalize(NormalizationForm.FormC);
        return new InboundMessage(Channel.Zalo, root.Child("sender").Text("id"), text, SentAt(root, now))
        {
            MessageId = message.Text("msg_id"),
            Payload = PayloadOf(text),
            Attachments = [.. message.Items("attachments").Where(item => item.Text("type") != "location").Select(item => AttachmentOf(kind, item))],
            Location = message.Items("attachments").Select(LocationOf).FirstOrDefault(location => location is not null),
            AnonymousConversationId = message.Text("conversation_id") is { Length: > 0 } conversation ? conversation : null,
        };
    }

    // A button comes back as text, as if its payload had been typed; our payloads begin with '#'.
    private static string? PayloadOf(string text) => text.StartsWith('#') && text.Length > 1 && !char.IsWhiteSpace(text[1]) ? text : null;

    private static Attachment AttachmentOf(string kind, JsonElement item)
    {
        var payload = item.Child("payload");
        var what = kind == "user_send_business_card" ? AttachmentKind.ContactCard : KindOf(item.Text("type"));
        // A contact card's description holds a third person's phone number: it is not carried on.
        var name = what switch
        {
            AttachmentKind.ContactCard => "",
            AttachmentKind.Link => payload.Text("description"),
            _ => payload.Text("name"),
        };
        return new Attachment(what, payload.Text("url")) { Name = name };
    }

    private static AttachmentKind KindOf(string type) => type switch
    {
        "image" or "gif" => AttachmentKind.Image,
        "audio" => AttachmentKind.Audio,
        "video" => AttachmentKind.Video,
        "file" => AttachmentKind.File,
        "sticker" => AttachmentKind.Sticker,
        "link" => AttachmentKind.Link,
        _ => AttachmentKind.Other,
    };

    private static SharedLocation? LocationOf(JsonElement item)
    {
        var coordinates = item.Child("payload").Child("coordinates");
        return Degrees(coordinates.Text("latitude"), 90) is { } latitude && Degrees(coordinates.Text("longitude"), 180) is { } longitude
            ? new SharedLocation(latitude, longitude) : null;
    }

    private static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private static DateTimeOffset SentAt(JsonElement root, DateTimeOffset now) =>
        ZaloTime.Read(Encoding.UTF8.GetBytes(root.Text("timestamp")), now);
}
