using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>Reads the <c>signed_request</c> of Meta's callbacks (data deletion): signature and payload, both in URL-safe Base64, joined by a dot.</summary>
/// <remarks>Source: Data Deletion Request Callback, read 21 November 2026. The signature covers the encoded payload.</remarks>
public sealed class FacebookSignedRequest(FacebookSignature signature)
{
    private const int Longest = 4096;

    /// <returns>The app-scoped id of the person; null when the request is not Meta's.</returns>
    public string? ReadUserId(string? signedRequest)
    {
        if (signedRequest is not { Length: > 0 and <= Longest } || signedRequest.Split('.') is not [var mac, var payload]) return null;
        try
        {
            return signature.MatchesBytes(Encoding.UTF8.GetBytes(payload), Decoded(mac)) ? UserId(Decoded(payload)) : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)   // not Base64, or not JSON inside
        {
            return null;
        }
    }

    private static byte[] Decoded(string text) => Base64Url.DecodeFromChars(text);

    private static string? UserId(byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);
        var isKnown = json.RootElement.Text("algorithm").Equals("HMAC-SHA256", StringComparison.OrdinalIgnoreCase);
        return isKnown && json.RootElement.Text("user_id") is { Length: > 0 } user ? user : null;
    }
}
