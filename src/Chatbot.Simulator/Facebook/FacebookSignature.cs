using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Simulator.Facebook;

/// <summary>Meta's signatures, keyed with the App Secret.</summary>
public static class FacebookSignature
{
    /// <returns>The value of <c>X-Hub-Signature-256</c>.</returns>
    public static string Sha256(string appSecret, ReadOnlySpan<byte> body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body));

    /// <returns>The value of the legacy <c>X-Hub-Signature</c>.</returns>
    public static string Sha1(string appSecret, ReadOnlySpan<byte> body) =>
#pragma warning disable CA5350 // the platform still sends it; nobody relies on it
        "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(appSecret), body));
#pragma warning restore CA5350

    /// <summary>The <c>appsecret_proof</c> parameter.</summary>
    public static string AppSecretProof(string appSecret, string accessToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), Encoding.UTF8.GetBytes(accessToken)));

    /// <summary>The <c>signed_request</c> of a data-deletion callback.</summary>
    public static string SignedRequest(string appSecret, string payloadJson)
    {
        var payload = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payloadJson));
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), Encoding.ASCII.GetBytes(payload));
        return System.Buffers.Text.Base64Url.EncodeToString(mac) + "." + payload;
    }
}
