using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Chatbot.Channels.Zalo;

/// <summary>Renders an answer into consultation messages (<c>v3.0/oa/message/cs</c>), or replies to an anonymous visitor (<c>v2.0/oa/message</c>).</summary>
public static class ZaloMessageMapper
{
    private const string AnonymousStart = "{\"recipient\":{\"anonymous_id\":";
    private const string ChoiceHint = "Anh/chị bấm nút hoặc trả lời bằng số:";
    private const string NumberHint = "Anh/chị trả lời bằng số:";

    /// <returns>One JSON body a message, in order, at least one.</returns>
    /// <exception cref="ArgumentException">The answer is empty: a bug of its writer.</exception>
    public static IReadOnlyList<string> Render(OutboundMessage message, Recipient recipient, ZaloLimits limits, bool useButtons)
    {
        // The anonymous endpoint's manual shows no buttons.
        var buttons = useButtons && recipient.AnonymousConversationId is null ? Buttons(message, limits) : [];
        var text = FullText(message, buttons.Length > 0 ? ChoiceHint : NumberHint);
        ArgumentException.ThrowIfNullOrWhiteSpace(text, nameof(message));
        var parts = TextSplitter.Split(text, limits.TextLength);
        return [.. parts.Select((part, at) => Body(part, recipient, at == parts.Count - 1 ? buttons : []))];
    }

    /// <returns>Empty: not a body of ours.</returns>
    public static string TextOf(string body)
    {
        if (body.Length == 0) return "";
        if (FileBody.Read(body) is { } file) return file.Words;
        try
        {
            return JsonSerializer.Deserialize(body, ZaloJson.Plain.ZaloOutgoing)?.Message.Text ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <summary>Which of the two endpoints a rendered body is for.</summary>
    internal static bool IsAnonymous(string body) => body.StartsWith(AnonymousStart, StringComparison.Ordinal);

    private static string Body(string text, Recipient recipient, IReadOnlyList<ZaloButton> buttons)
    {
        var to = recipient.AnonymousConversationId is { } conversation
            ? new ZaloRecipient(null, recipient.CitizenId, conversation) : new ZaloRecipient(recipient.CitizenId, null, null);
        var attachment = buttons.Count == 0 ? null : new ZaloAttachment("template", new ZaloTemplate(buttons));
        return JsonSerializer.Serialize(new ZaloOutgoing(to, new ZaloMessage(text, attachment)), ZaloJson.Plain.ZaloOutgoing);
    }

    // Whatever is a button is in the text as well: the v3 manual does not promise buttons (open question 9.11), and some phones show none.
    private static string FullText(OutboundMessage message, string choiceHint)
    {
        var text = new StringBuilder(message.Text.Trim());
        if (message.Choices.Count > 0) Paragraph(text, choiceHint, message.Choices.Select((choice, at) => $"{at + 1}. {choice.Title}"));
        var contacts = message.Links.Select(link => $"{link.Title}: {link.Url}");
        if (message.Phone is { } phone) contacts = contacts.Append($"{phone.Title}: {phone.Number}");
        Paragraph(text, heading: null, contacts);
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void Paragraph(StringBuilder text, string? heading, IEnumerable<string> lines)
    {
        var paragraph = string.Join('\n', heading is null ? lines : lines.Prepend(heading));
        if (paragraph.Length == 0) return;
        if (text.Length > 0) text.Append("\n\n");
        text.Append(paragraph);
    }

    private static ZaloButton[] Buttons(OutboundMessage message, ZaloLimits limits)
    {
        // Hidden: a payload is our own code and says nothing to the citizen; the answer names what was pressed.
        var queries = message.Choices.Where(choice => choice.Payload.Length <= limits.ButtonPayloadLength)
            .Select(choice => new ZaloButton(Title(choice.Title, limits), "oa.query.hide", Json(choice.Payload, ZaloJson.Plain.String)));
        var links = message.Links.Where(link => Uri.TryCreate(link.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            .Select(link => new ZaloButton(Title(link.Title, limits), "oa.open.url", Json(new ZaloUrl(link.Url), ZaloJson.Plain.ZaloUrl)));
        var phones = message.Phone is { } phone && PhoneCode(phone.Number) is { Length: > 0 } code
            ? new[] { new ZaloButton(Title(phone.Title, limits), "oa.open.phone", Json(new ZaloPhone(code), ZaloJson.Plain.ZaloPhone)) } : [];
        return [.. queries.Concat(links).Concat(phones).Take(limits.Buttons)];
    }

    private static string Title(string title, ZaloLimits limits) =>
        TextSplitter.Shorten(title.Trim().Normalize(NormalizationForm.FormC), limits.ButtonTitleLength);

    // "0912 345 678" and "+84 912 345 678" are dialled as 84912345678; short numbers (1022, 113) as they are.
    private static string PhoneCode(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length > 1 && digits[0] == '0' ? "84" + digits[1..] : digits;
    }

    private static JsonElement Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToElement(value, type);
}
