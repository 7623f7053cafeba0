using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Chatbot.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace Chatbot.Web.Secrets;

/// <summary>The <see cref="ISecretBox"/>: AES-256-GCM under a data key of this process, and the data key itself, sealed by ASP.NET Data Protection, before every secret.</summary>
/// <remarks>Data Protection derives fresh keys for each payload, which alone would halve the inbox; sealing one key a day costs nothing.
/// Layout: version (1), length of the sealed key (2), sealed key, nonce (12), tag (16), text.</remarks>
internal sealed class EnvelopeBox(IDataProtectionProvider provider, TimeProvider clock) : ISecretBox
{
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int KnownKeys = 1_000;
    private static readonly TimeSpan KeyLife = TimeSpan.FromDays(1);

    private readonly IDataProtector protector = provider.CreateProtector("Chatbot.SecretBox.v1");
    private readonly ConcurrentDictionary<string, byte[]> opened = new(StringComparer.Ordinal);
    private readonly Lock renewing = new();
    private volatile DataKey? current;

    [ThreadStatic]
    private static KeyedCipher? latest;

    public byte[] Protect(ReadOnlySpan<byte> plain)
    {
        var key = Key();
        var head = 3 + key.Sealed.Length;
        var secret = new byte[head + NonceSize + TagSize + plain.Length];
        secret[0] = Version;
        BinaryPrimitives.WriteUInt16BigEndian(secret.AsSpan(1), (ushort)key.Sealed.Length);
        key.Sealed.CopyTo(secret, 3);
        var nonce = secret.AsSpan(head, NonceSize);
        key.WriteNonce(nonce);
        CipherOf(key).Encrypt(nonce, plain, secret.AsSpan(head + NonceSize + TagSize), secret.AsSpan(head + NonceSize, TagSize));
        return secret;
    }

    public bool TryUnprotect(byte[] secret, [NotNullWhen(true)] out byte[]? plain)
    {
        plain = null;
        if (secret.Length < 3 || secret[0] != Version) return false;
        var head = 3 + BinaryPrimitives.ReadUInt16BigEndian(secret.AsSpan(1));
        if (secret.Length < head + NonceSize + TagSize) return false;
        try
        {
            var text = new byte[secret.Length - head - NonceSize - TagSize];
            using var cipher = new AesGcm(Opened(secret[3..head]), TagSize);
            cipher.Decrypt(secret.AsSpan(head, NonceSize), secret.AsSpan(head + NonceSize + TagSize), secret.AsSpan(head + NonceSize, TagSize), text);
            plain = text;
            return true;
        }
        catch (CryptographicException)
        {
            // The keys folder was lost or belongs to another service, or the text was altered: the caller says so with the row's number.
            return false;
        }
    }

    /// <summary>An instance serves one thread at a time, and making one costs a fifth of an encryption: each thread keeps that of the latest key.</summary>
    private static AesGcm CipherOf(DataKey key)
    {
        if (latest?.Key == key) return latest.Cipher;
        latest?.Cipher.Dispose();
        latest = new(key, new(key.Bytes, TagSize));
        return latest.Cipher;
    }

    private DataKey Key()
    {
        var key = current;
        if (key is not null && clock.GetElapsedTime(key.Made) < KeyLife) return key;
        lock (renewing)
        {
            if (current is { } renewed && clock.GetElapsedTime(renewed.Made) < KeyLife) return renewed;
            var bytes = RandomNumberGenerator.GetBytes(32);
            return current = new DataKey(bytes, protector.Protect(bytes), clock.GetTimestamp());
        }
    }

    /// <summary>Keys of earlier days and other processes are unsealed once and kept.</summary>
    private byte[] Opened(byte[] sealedKey)
    {
        if (opened.Count > KnownKeys) opened.Clear();
        return opened.GetOrAdd(Convert.ToBase64String(sealedKey), (_, key) => protector.Unprotect(key), sealedKey);
    }

    private sealed record KeyedCipher(DataKey Key, AesGcm Cipher);

    /// <summary>A key is of one process alone, so a counter makes every nonce of it different.</summary>
    private sealed class DataKey(byte[] bytes, byte[] sealedKey, long made)
    {
        private long used;

        public byte[] Bytes => bytes;

        public byte[] Sealed => sealedKey;

        public long Made => made;

        public void WriteNonce(Span<byte> nonce)
        {
            nonce[..4].Clear();
            BinaryPrimitives.WriteInt64BigEndian(nonce[4..], Interlocked.Increment(ref used));
        }
    }
}
