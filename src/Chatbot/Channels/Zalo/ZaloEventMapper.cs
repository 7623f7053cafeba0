using System.Text;
using System.Text.Json;

namespace Chatbot.Channels.Zalo;

/// <summary>Reads a stored event into our own words. Forgiving: what is missing is empty, what is unknown is <see cref="ChannelEvent.Recorded"/>.</summary>
internal static class ZaloEventMapper
{
    public static ChannelEvent Map(string kind, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        using var json = LenientJson.Parse(body);
        if (json is null) return new ChannelEvent.Recorded();
        var root = json.RootElement;
        return ZaloKinds.FamilyOf(kind) switch
        {
            ZaloFamily.Message => new ChannelEvent.MessageReceived(ZaloInboundMapper.Map(kind, root, now)),
            ZaloFamily.Echo => Echo(root),
            ZaloFamily.Followed => new ChannelEvent.Followed(),
            ZaloFamily.Unfollowed => new ChannelEvent.Unfollowed(),
            ZaloFamily.ChatOpened => new ChannelEvent.ChatOpened(),
            ZaloFamily.Received or ZaloFamily.Seen => Receipt(kind, root),
            ZaloFamily.Reaction => Reaction(root.Child("message")),
            ZaloFamily.Withdrawn => new ChannelEvent.DataWithdrawn(),
            _ => new ChannelEvent.Recorded(),
        };
    }

    // The platform marks what a person typed in the chat tool; what an API or its own auto-reply sent it does not tell apart.
    private static ChannelEvent.Echo Echo(JsonElement root)
    {
        var message = root.Child("message");
        var source = root.Child("sender").Text("admin_id").Length > 0 ? EchoSource.Official : EchoSource.Unknown;
        return new ChannelEvent.Echo(source, message.Text("msg_id"), Correlation: null, message.Text("text").Normalize(NormalizationForm.FormC));
    }

    private static ChannelEvent Receipt(string kind, JsonElement root)
    {
        var message = root.Child("message");
        if (message.Text("delivery_time").Length > 0 || message.Text("tracking_id").Length > 0) return new ChannelEvent.Recorded();
        string[] ids = [.. message.Items("msg_ids").Select(LenientJson.Text).Append(message.Text("msg_id")).Where(id => id.Length > 0).Distinct()];
        return new ChannelEvent.Received(kind == "user_seen_message", ids, Watermark: null);
    }

    // Hearts and thumbs praise, tears and anger do not; laughter and surprise may be either, and "remove" takes back.
    private static ChannelEvent Reaction(JsonElement message) => message.Text("react_icon") switch
    {
        "/-heart" or "/-strong" => new ChannelEvent.Feedback(message.Text("msg_id"), Good: true),
        ":-((" or ":-h" => new ChannelEvent.Feedback(message.Text("msg_id"), Good: false),
        _ => new ChannelEvent.Recorded(),
    };
}
