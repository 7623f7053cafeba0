using System.Globalization;
using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>What came beside text, in the shapes of 2016 to 2026.</summary>
internal static class FacebookAttachments
{
    public static IReadOnlyList<Attachment> Read(JsonElement message)
    {
        var read = message.Child("attachments").Items().Where(one => one.Text("type") != "location").Select(One).ToList();
        if (read.Count == 0 && message.Text("sticker_id").Length > 0) read.Add(new(AttachmentKind.Sticker, ""));
        // From June to August 2026 a sticker came with a twin that looks like a picture.
        if (read.Exists(one => one.Kind == AttachmentKind.Sticker)) read.RemoveAll(one => one.Kind == AttachmentKind.Image);
        return read;
    }

    /// <returns>Null: no position, or none on this earth.</returns>
    public static SharedLocation? Location(JsonElement message)
    {
        var shared = message.Child("attachments").Items().FirstOrDefault(one => one.Text("type") == "location").Child("payload").Child("coordinates");
        return Degrees(shared.Text("lat"), 90) is { } latitude && Degrees(shared.Text("long"), 180) is { } longitude
            ? new(latitude, longitude)
            : null;
    }

    private static Attachment One(JsonElement attachment)
    {
        var payload = attachment.Child("payload");
        return new(KindOf(attachment.Text("type"), payload), FirstOf(payload.Text("url"), attachment.Text("url")))
        {
            Name = LenientText.Composed(FirstOf(payload.Text("title"), attachment.Text("title"))),
        };
    }

    private static AttachmentKind KindOf(string type, JsonElement payload) => type switch
    {
        "image" when payload.Text("sticker_id").Length > 0 => AttachmentKind.Sticker,
        "sticker" => AttachmentKind.Sticker,
        "image" => AttachmentKind.Image,
        "audio" => AttachmentKind.Audio,
        "video" => AttachmentKind.Video,
        "file" => AttachmentKind.File,
        "fallback" or "post" or "ig_post" or "reel" or "ig_reel" => AttachmentKind.Link,
        _ => AttachmentKind.Other,
    };

    private static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private static string FirstOf(string first, string second) => first.Length > 0 ? first : second;
}
