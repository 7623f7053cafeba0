using System.Diagnostics.CodeAnalysis;

namespace Chatbot.Persistence;

/// <summary>Encrypts what must not be read from a stolen database or backup: raw webhook bodies, tokens, citizens' questions.</summary>
public interface ISecretBox
{
    byte[] Protect(ReadOnlySpan<byte> plain);

    /// <returns>False when the keys that it was protected with are gone; the caller says so and goes on.</returns>
    bool TryUnprotect(byte[] secret, [NotNullWhen(true)] out byte[]? plain);
}
