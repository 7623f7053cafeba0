using System.Text.Json;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Reads the <c>message</c> of a send request, or says why the Send API refuses it.</summary>
/// <param name="uploadedUrl">Where a file of the same request lies; null: none came.</param>
internal sealed class GraphMessageReader(FacebookPage page, string? uploadedUrl = null)
{
    public const int TextLimit = 2_000;
    public const int MetadataLimit = 1_000;
    public const int QuickReplyLimit = 13;
    public const int PayloadLimit = 1_000;
    public const int ButtonTitleLimit = 20;
    public const int TemplateTextLimit = 640;
    public const int TemplateButtonLimit = 3;
    public const int CardLimit = 10;
    public const int CardTextLimit = 80;

    /// <summary>Exactly one of the two is set.</summary>
    public sealed record Outcome(ChatMessage? Message, GraphReply? Refusal)
    {
        public static implicit operator Outcome(ChatMessage message) => new(message, null);

        public static implicit operator Outcome(GraphReply refusal) => new(null, refusal);
    }

    public Outcome Read(JsonElement message)
    {
        var text = message.Text("text");
        if (text.Length > TextLimit) return GraphErrors.TooLong("message[text]", TextLimit);
        var metadata = message.Text("metadata");
        if (metadata.Length > MetadataLimit) return GraphErrors.TooLong("message[metadata]", MetadataLimit);
        if (QuickReplies(message, out var replies) is { } wrong) return wrong;
        var blank = new ChatMessage(0, "", ChatSide.Service, default, "text", text) { Metadata = metadata, QuickReplies = replies };
        if (message.Has("template")) return blank with { Kind = "template", Text = message.Member("template")!.Value.Text("name") };
        if (message.Has("sticker_id")) return blank with { Kind = "sticker" };
        var hasAttachment = message.Member("attachment") is not null;
        if (hasAttachment && text.Length > 0) return GraphErrors.Bad("Message cannot have both text and attachment");
        if (hasAttachment) return Attachment(blank, message.Member("attachment")!.Value);
        return text.Length > 0 ? blank : GraphErrors.Bad("Message cannot be empty, must provide valid attachment or text");
    }

    private Outcome Attachment(ChatMessage blank, JsonElement attachment)
    {
        if (attachment.Member("payload") is not { } payload) return GraphErrors.Bad("Param message[attachment][payload] is required");
        return (attachment.Text("type"), payload.Text("template_type")) switch
        {
            ("template", "button") => ButtonTemplate(blank, payload),
            ("template", "generic") => Cards(blank, payload),
            ("template", "media") => Media(blank, payload),
            ("template", "customer_feedback") => Feedback(blank, payload),
            ("template", "receipt" or "image_grid" or "coupon" or "product") => blank with { Kind = "template", Text = payload.Text("title") },
            ("template", _) => GraphErrors.Bad("Invalid template type"),
            ("image" or "audio" or "video" or "file", _) => File(blank with { Kind = attachment.Text("type") }, payload),
            _ => GraphErrors.Bad("Invalid attachment type"),
        };
    }

    private static Outcome ButtonTemplate(ChatMessage blank, JsonElement payload)
    {
        var text = payload.Text("text");
        if (text.Length == 0) return GraphErrors.Bad("Param text is required");
        if (text.Length > TemplateTextLimit) return GraphErrors.TooLong("message[attachment][payload][text]", TemplateTextLimit);
        if (Buttons(payload, out var buttons) is { } wrong) return wrong;
        return buttons.Count == 0 ? GraphErrors.Make(194, null, "(#194) Param buttons has too few elements.") : blank with { Text = text, Buttons = buttons };
    }

    private static Outcome Cards(ChatMessage blank, JsonElement payload)
    {
        var cards = new List<ChatElement>();
        foreach (var element in payload.Items("elements"))
        {
            if (Card(element, out var card) is { } wrong) return wrong;
            cards.Add(card!);
        }

        return cards.Count switch
        {
            0 => GraphErrors.Make(194, null, "(#194) Param elements has too few elements."),
            > CardLimit => GraphErrors.TooMany("elements"),
            _ => blank with { Kind = "cards", Elements = cards },
        };
    }

    private static GraphReply? Card(JsonElement element, out ChatElement? card)
    {
        card = null;
        var (title, subtitle, image) = (element.Text("title"), element.Text("subtitle"), element.Text("image_url"));
        if (title.Length == 0) return GraphErrors.Bad("Param title is required");
        if (title.Length > CardTextLimit) return GraphErrors.TooLong("elements[title]", CardTextLimit);
        if (subtitle.Length > CardTextLimit) return GraphErrors.TooLong("elements[subtitle]", CardTextLimit);
        if (Buttons(element, out var buttons) is { } wrong) return wrong;
        var tap = element.Member("default_action") is { } action ? new ChatButton(title, ChatAction.OpenLink, action.Text("url")) : null;
        if (subtitle.Length + image.Length + buttons.Count == 0 && tap is null) return GraphErrors.Bad("Element needs at least one property besides title");
        card = new ChatElement(title, subtitle, image, tap, buttons);
        return null;
    }

    private Outcome Media(ChatMessage blank, JsonElement payload)
    {
        var elements = payload.Items("elements").ToList();
        if (elements.Count != 1) return GraphErrors.Make(100, 2018173, "(#100) Media template needs exactly one element.");
        var (type, url, id) = (elements[0].Text("media_type"), elements[0].Text("url"), elements[0].Text("attachment_id"));
        if (type is not ("image" or "video")) return GraphErrors.Make(100, 2018174, "(#100) Media type must be image or video.");
        if (url.Length > 0 == id.Length > 0) return GraphErrors.Make(100, 2018175, "(#100) Exactly one of attachment_id and url is needed.");
        if (Buttons(elements[0], out var buttons) is { } wrong) return wrong;
        var message = blank with { Kind = type, MediaUrl = url, Buttons = buttons };
        return id.Length > 0 ? Stored(message, id) : message;
    }

    private static Outcome Feedback(ChatMessage blank, JsonElement payload)
    {
        if (FeedbackTemplate.Refuse(payload) is { } wrong) return wrong;
        return blank with { Kind = "customer_feedback", Text = payload.Text("title"), Buttons = [new(payload.Text("button_title"), ChatAction.Other, "")] };
    }

    private Outcome File(ChatMessage message, JsonElement payload)
    {
        if (payload.Text("attachment_id") is { Length: > 0 } id)
            return Stored(message, id);
        if (uploadedUrl is not null) return message with { MediaUrl = uploadedUrl };
        return payload.Text("url") is { Length: > 0 } url ? message with { MediaUrl = url } : GraphErrors.Bad("Param message[attachment][payload][url] is required");
    }

    private Outcome Stored(ChatMessage message, string id)
    {
        if (page.Assets.Find(id) is not { } asset) return GraphErrors.AttachmentUnknown;
        return asset.Type == message.Kind ? message with { MediaUrl = asset.Url } : GraphErrors.MediaMismatch;
    }

    private static GraphReply? Buttons(JsonElement holder, out IReadOnlyList<ChatButton> buttons)
    {
        var read = new List<ChatButton>();
        buttons = read;
        foreach (var item in holder.Items("buttons"))
        {
            if (read.Count == TemplateButtonLimit) return GraphErrors.TooMany("buttons");
            if (Button(item, out var button) is { } wrong) return wrong;
            read.Add(button!);
        }

        return null;
    }

    internal static GraphReply? Button(JsonElement item, out ChatButton? button)
    {
        var title = item.Text("title");
        button = item.Text("type") switch
        {
            "postback" => new ChatButton(title, ChatAction.Reply, item.Text("payload")),
            "web_url" => new ChatButton(title, ChatAction.OpenLink, item.Text("url")),
            "phone_number" => new ChatButton(title, ChatAction.Call, item.Text("payload")),
            "account_link" or "account_unlink" or "game_play" or "audio_call" => new ChatButton(title, ChatAction.Other, item.Text("url")),
            _ => null,
        };
        if (button is null) return GraphErrors.Bad("Invalid button type");
        if (button.Action == ChatAction.Other) return null;
        if (title.Length == 0 || button.Target.Length == 0) return GraphErrors.Bad("Button needs a title and a payload or url");
        if (title.Length > ButtonTitleLimit) return GraphErrors.TooLong("buttons[title]", ButtonTitleLimit);
        if (button.Action == ChatAction.Call && !button.Target.StartsWith('+')) return GraphErrors.Bad("Phone number must start with +");
        return button.Action == ChatAction.Reply && button.Target.Length > PayloadLimit ? GraphErrors.TooLong("buttons[payload]", PayloadLimit) : null;
    }

    private static GraphReply? QuickReplies(JsonElement message, out IReadOnlyList<ChatButton> replies)
    {
        var read = new List<ChatButton>();
        replies = read;
        foreach (var item in message.Items("quick_replies"))
        {
            if (read.Count == QuickReplyLimit) return GraphErrors.TooMany("quick_replies");
            var reply = item.Text("content_type") switch
            {
                "text" => new ChatButton(item.Text("title"), ChatAction.Reply, item.Text("payload")),
                "user_phone_number" => new ChatButton("Gửi số điện thoại", ChatAction.SharePhone, ""),
                "user_email" => new ChatButton("Gửi địa chỉ thư", ChatAction.ShareEmail, ""),
                _ => null,
            };
            if (reply is null) return GraphErrors.Bad("Invalid quick reply content_type");
            if (reply.Title.Length == 0) return GraphErrors.Bad("Quick reply needs a title");
            if (reply.Title.Length > ButtonTitleLimit) return GraphErrors.TooLong("quick_replies[title]", ButtonTitleLimit);
            if (reply.Target.Length > PayloadLimit) return GraphErrors.TooLong("quick_replies[payload]", PayloadLimit);
            read.Add(reply);
        }

        return null;
    }
}
