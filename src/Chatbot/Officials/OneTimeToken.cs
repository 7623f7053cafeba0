using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Officials;

/// <summary>Secrets that are shown once and stored as hashes only.</summary>
public static class OneTimeToken
{
    /// <returns>43 characters, safe in an address.</returns>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
