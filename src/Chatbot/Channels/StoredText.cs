using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Channels;

/// <summary>What a platform's text must be before it reaches a column: one event that the database refuses would fail everybody's commit with it.</summary>
internal static class StoredText
{
    // Real ids and keys have 15 to 150 characters; PostgreSQL takes about 2,700 bytes in an index row.
    private const int Longest = 200;

    /// <summary>Without U+0000, which PostgreSQL's text cannot hold.</summary>
    public static string Clean(string text) => text.Contains('\0') ? text.Replace("\0", "", StringComparison.Ordinal) : text;

    /// <summary>An id or a key of at most 200 characters; what is longer is replaced by its hash, so that no index row is too long.</summary>
    public static string Bounded(string key) =>
        key.Length <= Longest ? key : $"long:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}";
}
