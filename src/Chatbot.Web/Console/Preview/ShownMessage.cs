using System.Text.Json;
using Chatbot.Channels;

namespace Chatbot.Web.Console.Preview;

/// <summary>One message as a platform shows it: words, and buttons below them.</summary>
public sealed record ShownMessage(string Text, IReadOnlyList<string> Buttons)
{
    /// <param name="sender">Of the platform that <paramref name="body"/> is for.</param>
    /// <param name="body">As the sender rendered it.</param>
    public static ShownMessage Of(IChannelSender sender, string body)
    {
        using var json = JsonDocument.Parse(body);
        var message = Member(json.RootElement, "message");
        return new ShownMessage(sender.TextOf(body), [.. Titles(Member(Member(Member(message, "attachment"), "payload"), "buttons")), .. Titles(Member(message, "quick_replies"))]);
    }

    private static IEnumerable<string> Titles(JsonElement? buttons) => buttons is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(button => Member(button, "title")?.GetString() ?? "").Where(title => title.Length > 0).ToList() : [];

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;
}

/// <summary>What one platform shows.</summary>
public sealed record ShownTalk(Channel Channel, IReadOnlyList<ShownMessage> Messages);
