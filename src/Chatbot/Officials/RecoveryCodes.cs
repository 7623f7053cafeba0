using System.Security.Cryptography;

namespace Chatbot.Officials;

/// <summary>Ten codes for the day the telephone is lost.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";   // none that look alike on paper

    /// <returns>For example <c>K7QXA-M3NPR</c>.</returns>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, 10).Insert(5, "-"))];

    /// <summary>As people type it: any case, with or without the dash.</summary>
    public static string Hash(string code) => OneTimeToken.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
}
