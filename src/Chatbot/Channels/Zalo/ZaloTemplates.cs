using System.Text.Json;

namespace Chatbot.Channels.Zalo;

/// <summary>A ZBS template message by user id (<c>v3.0/oa/message/template</c>): approved beforehand, paid.</summary>
/// <remarks>Source: section 3.6 of the platform notes, read 21 November 2026.</remarks>
public static class ZaloTemplates
{
    private const string Start = "{\"user_id\":";

    /// <returns>A body for <see cref="OutgoingPart.Body"/>.</returns>
    public static string Render(string citizenId, string template, IReadOnlyList<(string Name, string Value)> values) => JsonSerializer.Serialize(
        new ZaloTemplateOutgoing(citizenId, template, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal)), ZaloJson.Plain.ZaloTemplateOutgoing);

    internal static bool Is(string body) => body.StartsWith(Start, StringComparison.Ordinal);
}

internal sealed record ZaloTemplateOutgoing(string UserId, string TemplateId, IReadOnlyDictionary<string, string> TemplateData);
