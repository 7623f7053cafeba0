using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Simulator.Zalo;

/// <summary>Zalo's webhook signature: SHA-256 over app id, body, timestamp and OA Secret Key, joined without separators. Not an HMAC.</summary>
public static class ZaloSignature
{
    /// <returns>64 lower-case hexadecimal digits, without the <c>mac=</c> prefix.</returns>
    public static string Compute(string appId, ReadOnlySpan<byte> body, string timestamp, string oaSecretKey)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(appId));
        hash.AppendData(body);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(Encoding.UTF8.GetBytes(oaSecretKey));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The <c>appsecret_proof</c> header: HMAC-SHA256 of the access token with the App Secret.</summary>
    public static string AppSecretProof(string appSecret, string accessToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), Encoding.UTF8.GetBytes(accessToken)));
}
