using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>One answer as the requests that say it on Messenger: text parts first, buttons and quick replies on the last one.</summary>
/// <remarks>Whatever does not fit a button is written out as a line, so nothing of the answer is lost.</remarks>
internal sealed class FacebookMessageMapper(FacebookLimits limits)
{
    public const string Reply = "RESPONSE";

    /// <summary>What we start ourselves; inside the window only, like a reply.</summary>
    public const string Update = "UPDATE";

    public const string Tagged = "MESSAGE_TAG";

    /// <summary>An approved template, in and outside the window.</summary>
    public const string Utility = "UTILITY";

    public const string HumanAgent = "HUMAN_AGENT";

    public IReadOnlyList<string> Render(OutboundMessage message, string citizenId) =>
        [.. Parts(message).Select(part => Write(new(new(citizenId), Reply, part)))];

    public static string Write(FacebookOutgoing outgoing) => JsonSerializer.Serialize(outgoing, FacebookJson.Default.FacebookOutgoing);

    public static FacebookOutgoing? Read(string body) => JsonSerializer.Deserialize(body, FacebookJson.Default.FacebookOutgoing);

    /// <returns>Empty: not a body of ours.</returns>
    public static string TextOf(string body)
    {
        if (body.Length == 0) return "";
        if (FileBody.Read(body) is { } file) return file.Words;
        try
        {
            return Read(body)?.Message is { } message ? message.Text ?? message.Attachment?.Payload.Text ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <summary>The same part without buttons, for a platform that refuses them.</summary>
    /// <returns>Null: it is plain already, or would be too long.</returns>
    public FacebookMessage? Plain(FacebookMessage message)
    {
        if ((message.Attachment is null && message.QuickReplies is null) || message.Attachment?.Payload.AttachmentId is not null) return null;
        var text = new StringBuilder(message.Text ?? message.Attachment?.Payload.Text);
        foreach (var button in message.Attachment?.Payload.Buttons ?? []) text.Append('\n').Append(Line(button.Title, button.Url ?? button.Payload ?? ""));
        foreach (var reply in message.QuickReplies ?? []) text.Append("\n• ").Append(reply.Title);
        return text.Length <= limits.Text ? new() { Text = text.ToString(), Metadata = message.Metadata } : null;
    }

    private IEnumerable<FacebookMessage> Parts(OutboundMessage message)
    {
        var (buttons, lines) = FacebookButtons.Of(message, limits);
        var isListed = message.Choices.Count > limits.QuickReplies || message.Choices.Any(choice => Composed(choice.Title).Length > limits.Title);
        if (isListed) lines = [.. lines, .. message.Choices.Select((choice, i) => Numbered(i, choice.Title))];
        var text = WithLines(Composed(message.Text), lines);
        if (text.Length == 0) text = buttons.Count > 0 ? buttons[0].Title : "…";
        var parts = TextSplitter.Split(text, limits.Text);
        foreach (var part in parts.SkipLast(1)) yield return new() { Text = part };
        foreach (var part in Last(parts[^1], buttons, QuickReplies(message.Choices, isListed))) yield return part;
    }

    /// <summary>Text above buttons is shorter than plain text: what stands before its last stretch goes ahead as a message of its own.</summary>
    private IEnumerable<FacebookMessage> Last(string text, IReadOnlyList<FacebookButton> buttons, IReadOnlyList<FacebookQuickReply>? replies)
    {
        if (buttons.Count == 0)
        {
            yield return new() { Text = text, QuickReplies = replies };
            yield break;
        }
        var tail = TextSplitter.Split(text, limits.ButtonText)[^1];
        var head = text[..^tail.Length].TrimEnd();
        if (head.Length > 0) yield return new() { Text = head };
        yield return new() { Attachment = new(new(tail, buttons)), QuickReplies = replies };
    }

    private IReadOnlyList<FacebookQuickReply>? QuickReplies(IReadOnlyList<Choice> choices, bool isListed)
    {
        if (choices.Count == 0) return null;
        return [.. choices.Take(limits.QuickReplies).Select((choice, i) =>
            new FacebookQuickReply(Title(isListed ? Numbered(i, choice.Title) : choice.Title), choice.Payload))];
    }

    private string Title(string text) => TextSplitter.Shorten(Composed(text), limits.Title);

    private static string Numbered(int index, string title) =>
        string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {Composed(title)}");

    private static string WithLines(string text, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return text;
        var list = string.Join('\n', lines);
        return text.Length == 0 ? list : $"{text}\n\n{list}";
    }

    private static string Line(string title, string target) => title.Length == 0 ? target : $"{title}: {target}";

    private static string Composed(string text) => LenientText.Composed(text).Trim();
}
