using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>Proof that a body comes from Meta and that a call comes from us.</summary>
/// <remarks>Source: Messenger Platform, Webhooks (5 May 2026) and Graph API, Securing Requests; read 21 November 2026.</remarks>
public sealed class FacebookSignature(IOptionsMonitor<FacebookOptions> options)
{
    private const string Prefix = "sha256=";
    private const int HexLength = 64;

    /// <param name="body">The bytes as received; JSON written anew has other bytes.</param>
    /// <param name="header">Value of <c>X-Hub-Signature-256</c>; null: missing.</param>
    public bool Matches(ReadOnlySpan<byte> body, string? header)
    {
        if (header is null || header.Length != Prefix.Length + HexLength || !header.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var given = header.AsSpan(Prefix.Length);
        var current = options.CurrentValue;
        // Both are always computed when both are set, so time does not tell which one fits.
        return MatchesHex(body, given, current.AppSecret) | MatchesHex(body, given, current.PreviousAppSecret);
    }

    /// <summary>The same proof over other bytes, given as bytes (deletion requests).</summary>
    public bool MatchesBytes(ReadOnlySpan<byte> data, ReadOnlySpan<byte> mac)
    {
        var current = options.CurrentValue;
        return MatchesRaw(data, mac, current.AppSecret) | MatchesRaw(data, mac, current.PreviousAppSecret);
    }

    /// <summary>Parameter <c>appsecret_proof</c>: shows that the token is used by its own app.</summary>
    public string Proof(string accessToken)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.CurrentValue.AppSecret), Encoding.UTF8.GetBytes(accessToken), mac);
        return Convert.ToHexStringLower(mac);
    }

    private static bool MatchesHex(ReadOnlySpan<byte> body, ReadOnlySpan<char> given, string secret)
    {
        if (secret.Length == 0) return false;
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<char> hex = stackalloc char[HexLength];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body, mac);
        Convert.TryToHexStringLower(mac, hex, out _);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes<char>(hex), MemoryMarshal.AsBytes(given));
    }

    private static bool MatchesRaw(ReadOnlySpan<byte> data, ReadOnlySpan<byte> given, string secret)
    {
        if (secret.Length == 0) return false;
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), data, mac);
        return CryptographicOperations.FixedTimeEquals(mac, given);
    }
}
