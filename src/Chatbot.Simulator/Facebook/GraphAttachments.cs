using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>/{page}/message_attachments</c>: keeps media by address or as a file.</summary>
internal static class GraphAttachments
{
    private static readonly HashSet<string> Types = ["image", "audio", "video", "file"];

    public static GraphReply Store(FacebookPlatform facebook, FacebookPage page, GraphRequest request)
    {
        if (request.Json("message")?.Member("attachment") is not { } attachment) return GraphErrors.Bad("Param message[attachment] is required");
        var type = attachment.Text("type");
        if (!Types.Contains(type)) return GraphErrors.Bad("Invalid attachment type");
        if (request.Upload is { } upload)
            return MediaRules.Refuse(type, upload.ContentType, upload.Bytes.Length, byUrl: false) ?? Stored(page, type, facebook.Media.Keep(upload.Name, upload.ContentType, upload.Bytes));
        var url = attachment.Member("payload")?.Text("url") ?? "";
        return Uri.IsWellFormedUriString(url, UriKind.Absolute) ? Stored(page, type, url) : GraphErrors.Bad("Param message[attachment][payload][url] is required");
    }

    private static GraphReply Stored(FacebookPage page, string type, string url) =>
        GraphReply.Ok(new JsonObject { ["attachment_id"] = page.Assets.Store(type, url).Id });
}
