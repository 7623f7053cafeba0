using Chatbot.Persistence;

namespace Chatbot.Hotline;

/// <summary>Words of people in and out of the database, where empty stays empty.</summary>
public static class HotlineText
{
    /// <summary>Longest text of an official or citizen that is stored with a case, in characters.</summary>
    public const int Longest = 8_000;

    public static string ProtectWords(this ISecretBox box, string words) =>
        words.Length == 0 ? "" : box.ProtectText(words.Length <= Longest ? words : words[..Longest]);

    /// <returns>Empty: there were none. Null: the keys are gone.</returns>
    public static string? ReadWords(this ISecretBox box, string secret) => secret.Length == 0 ? "" : box.UnprotectText(secret);
}
