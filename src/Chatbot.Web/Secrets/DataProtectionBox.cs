using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Chatbot.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace Chatbot.Web.Secrets;

/// <summary>The <see cref="ISecretBox"/> of ASP.NET Data Protection: keys rotate by themselves, old ones keep opening what they closed.</summary>
internal sealed class DataProtectionBox(IDataProtectionProvider provider) : ISecretBox
{
    private readonly IDataProtector protector = provider.CreateProtector("Chatbot.SecretBox.v1");

    public byte[] Protect(ReadOnlySpan<byte> plain) => protector.Protect(plain.ToArray());

    public bool TryUnprotect(byte[] secret, [NotNullWhen(true)] out byte[]? plain)
    {
        try
        {
            plain = protector.Unprotect(secret);
            return true;
        }
        catch (CryptographicException)
        {
            // The keys folder was lost or belongs to another service: the caller says so with the row's number.
            plain = null;
            return false;
        }
    }
}
