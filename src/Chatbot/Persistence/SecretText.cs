using System.Text;

namespace Chatbot.Persistence;

/// <summary>Text in and out of the <see cref="ISecretBox"/>, as Base64.</summary>
public static class SecretText
{
    public static string ProtectText(this ISecretBox box, string plain) =>
        Convert.ToBase64String(box.Protect(Encoding.UTF8.GetBytes(plain)));

    /// <returns>Null when the keys are gone or the text is not ours.</returns>
    public static string? UnprotectText(this ISecretBox box, string? secret)
    {
        if (string.IsNullOrEmpty(secret)) return null;
        var bytes = new byte[secret.Length];
        if (!Convert.TryFromBase64String(secret, bytes, out var length)) return null;
        return box.TryUnprotect(bytes[..length], out var plain) ? Encoding.UTF8.GetString(plain) : null;
    }
}
