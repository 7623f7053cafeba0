using System.Text.Json;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>Reads the <c>message</c> of a send request, or says why Zalo refuses it.</summary>
internal sealed class ZaloMessageReader(ZaloUploads uploads, ZaloSettings settings)
{
    public const int TextLimit = 2_000;
    public const int ButtonLimit = 5;
    public const int ButtonTitleLimit = 100;
    public const int ButtonPayloadLimit = 1_000;
    public const int ListLimit = 5;

    private static readonly Outcome KindUnknown = new(null, ZaloErrors.KindNotSupported);

    /// <summary>Exactly one of the two is set.</summary>
    public sealed record Outcome(ChatMessage? Message, ZaloReply? Refusal)
    {
        public static implicit operator Outcome(ChatMessage message) => new(message, null);

        public static implicit operator Outcome(ZaloReply refusal) => new(null, refusal);
    }

    public Outcome Read(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object) return ZaloReply.Invalid("message");
        var text = message.Text("text");
        if (text.Length > TextLimit) return ZaloReply.TooLong("text");
        var blank = new ChatMessage(0, "", ChatSide.Service, default, "text", text) { QuotedId = message.Text("quote_message_id") };
        if (message.Member("attachment") is not { } attachment) return text.Length == 0 ? ZaloReply.Invalid("text") : blank;
        var payload = attachment.Member("payload");
        return (attachment.Text("type"), payload) switch
        {
            (_, null) => ZaloReply.Invalid("payload"),
            ("file", { } p) => File(blank, p),
            ("template", { } p) => Template(blank, p),
            _ => KindUnknown,
        };
    }

    private Outcome Template(ChatMessage blank, JsonElement payload) => payload.Text("template_type") switch
    {
        "" => WithButtons(blank, payload),
        "media" => Media(blank, payload),
        "list" => List(blank, payload),
        "request_user_info" => RequestUserInfo(blank, payload),
        _ => KindUnknown,
    };

    private Outcome File(ChatMessage blank, JsonElement payload)
    {
        var token = payload.Text("token");
        if (token.Length == 0) return ZaloReply.Invalid("token");
        return uploads.Find(token) is { } file ? blank with { Kind = "file", Text = file.Name, MediaUrl = file.Url } : ZaloErrors.AttachmentUnknown;
    }

    private Outcome WithButtons(ChatMessage blank, JsonElement payload)
    {
        if (blank.Text.Length == 0) return ZaloReply.Invalid("text");
        var refusal = Buttons(payload, out var buttons);
        return refusal is null ? blank with { Buttons = buttons } : refusal;
    }

    private Outcome Media(ChatMessage blank, JsonElement payload)
    {
        var elements = payload.Items("elements").ToList();
        if (elements.Count != 1) return ZaloReply.Invalid("elements");
        var element = elements[0];
        var (url, id) = (element.Text("url"), element.Text("attachment_id"));
        switch (element.Text("media_type"))
        {
            case "sticker":
                return id.Length == 0 ? ZaloReply.Invalid("attachment_id") : blank with { Kind = "sticker" };
            case "image":
                return Picture(blank with { Kind = "image" }, url, id);
            case "gif":
                return element.Has("width") && element.Has("height") ? Picture(blank with { Kind = "gif" }, url, id) : ZaloReply.Invalid("width");
            default:
                return KindUnknown;
        }
    }

    private Outcome Picture(ChatMessage message, string url, string id)
    {
        if (url.Length > 0 == id.Length > 0) return ZaloReply.Invalid("url");   // exactly one of the two
        if (url.Length > 0) return message with { MediaUrl = url };
        return uploads.Find(id) is { } file ? message with { MediaUrl = file.Url } : ZaloErrors.AttachmentUnknown;
    }

    private Outcome List(ChatMessage blank, JsonElement payload)
    {
        var elements = payload.Items("elements").ToList();
        if (elements.Count is 0 or > ListLimit) return ZaloReply.Invalid("elements");
        if (elements.Exists(e => e.Text("title").Length == 0)) return ZaloReply.Invalid("title");
        var taps = new List<ChatButton?>();
        foreach (var element in elements)
        {
            if (element.Member("default_action") is not { } action) taps.Add(null);
            else if (Action(element.Text("title"), action, out var tap) is { } wrong) return wrong;
            else taps.Add(tap);
        }

        var refusal = Buttons(payload, out var buttons);
        if (refusal is not null) return refusal;
        var rows = elements.Zip(taps, (e, tap) => new ChatElement(e.Text("title"), e.Text("subtitle"), e.Text("image_url"), tap, []));
        return blank with { Kind = "list", Elements = [.. rows], Buttons = buttons };
    }

    private static Outcome RequestUserInfo(ChatMessage blank, JsonElement payload)
    {
        var elements = payload.Items("elements").ToList();
        if (elements.Count != 1 || elements[0].Text("title").Length == 0) return ZaloReply.Invalid("elements");
        var (title, subtitle, image) = (elements[0].Text("title"), elements[0].Text("subtitle"), elements[0].Text("image_url"));
        return blank with { Kind = "request_user_info", Text = title, Elements = [new ChatElement(title, subtitle, image, null, [])] };
    }

    private ZaloReply? Buttons(JsonElement payload, out IReadOnlyList<ChatButton> buttons)
    {
        var read = new List<ChatButton>();
        buttons = read;
        foreach (var item in payload.Items("buttons"))
        {
            var title = item.Text("title");
            if (read.Count == ButtonLimit) return ZaloReply.Invalid("buttons");
            if (title.Length == 0) return ZaloReply.Invalid("title");
            if (title.Length > ButtonTitleLimit) return ZaloReply.TooLong("title");
            if (Action(title, item, out var button) is { } wrong) return wrong;
            read.Add(button!);
        }

        return null;
    }

    private ZaloReply? Action(string title, JsonElement item, out ChatButton? button)
    {
        var payload = item.Member("payload");
        button = item.Text("type") switch
        {
            "oa.open.url" => new ChatButton(title, ChatAction.OpenLink, payload?.Text("url") is { Length: > 0 } url ? url : item.Text("url")),
            "oa.query.show" => new ChatButton(title, ChatAction.Reply, item.Text("payload")),
            "oa.query.hide" => new ChatButton(title, ChatAction.HiddenReply, item.Text("payload")),
            "oa.open.phone" => new ChatButton(title, ChatAction.Call, payload?.Text("phone_code") ?? ""),
            "oa.open.sms" => new ChatButton(title, ChatAction.Sms, payload?.Text("phone_code") ?? ""),
            _ => null,
        };
        if (button is null) return ZaloErrors.KindNotSupported with { Error = settings.UnknownActionError };
        if (button.Target.Length == 0) return ZaloReply.Invalid("payload");
        return button.Target.Length > ButtonPayloadLimit ? ZaloReply.TooLong("payload") : null;
    }
}
