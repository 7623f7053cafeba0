using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Catalogue.Import;

public static class ContentHash
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
