using System.Security.Cryptography;
using System.Text;
using Chatbot.Persistence;

namespace Chatbot.Channels;

/// <summary>Tokens from the settings: taken once, so that a restart does not put a used-up token back over a rotated one.</summary>
internal static class SeededTokens
{
    /// <summary>True when a person changed the tokens in the settings since they were last taken from there.</summary>
    public static bool AreNew(ChannelAccount account, AccountSeed seed) =>
        (seed.AccessToken.Length > 0 || seed.RefreshToken is { Length: > 0 }) && account.SeededFrom != Mark(seed);

    public static void Put(ChannelAccount account, AccountSeed seed, ISecretBox box, DateTimeOffset now)
    {
        account.AccessToken = seed.AccessToken.Length == 0 ? null : box.ProtectText(seed.AccessToken);
        account.RefreshToken = string.IsNullOrEmpty(seed.RefreshToken) ? null : box.ProtectText(seed.RefreshToken);
        account.TokenExpiresAt = seed.AccessToken.Length == 0 ? now : now + seed.TokenLife;
        account.TokenRefreshedAt = now;
        account.Status = AccountStatus.Active;
        account.SeededFrom = Mark(seed);
    }

    private static string Mark(AccountSeed seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed.AccessToken + "\n" + seed.RefreshToken)));
}
