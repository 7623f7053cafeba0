using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

/// <summary>Checks <c>X-ZEvent-Signature</c>: the plain SHA-256 of app id, raw body, timestamp and key, in hex, behind <c>mac=</c>.</summary>
/// <remarks>Source: the vendor's Java SDK (<c>MacUtils</c>) and the manual's transcriptions, read 2026-11-21. App id and timestamp are the body's own;
/// there is no window of freshness, as retries carry the first time and come up to an hour later.</remarks>
public sealed class ZaloSignature
{
    private readonly byte[][] keys;
    private readonly (string Name, byte[] Key)[] candidates;
    private readonly bool diagnose;
    private readonly ILogger<ZaloSignature> log;

    public ZaloSignature(IOptions<ZaloOptions> options, ILogger<ZaloSignature> log)
    {
        this.log = log;
        var settings = options.Value;
        diagnose = settings.DiagnoseSignatures;
        candidates = [(nameof(settings.OaSecretKey), Bytes(settings.OaSecretKey)), (nameof(settings.AppSecret), Bytes(settings.AppSecret))];
        keys = settings.IsConfigured ? [.. Chosen(settings).Where(key => key.Length > 0).Select(Bytes)] : [];   // an empty key would let anybody sign
    }

    /// <returns>False also when the header is missing or no key is set.</returns>
    public bool Matches(ReadOnlyMemory<byte> body, string? header) =>
        ZaloEnvelope.TryRead(body, out var envelope) && Matches(envelope, body.Span, header);

    internal bool Matches(in ZaloEnvelope envelope, ReadOnlySpan<byte> body, string? header)
    {
        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        if (!TryParse(header, claimed)) return false;
        var matches = false;
        foreach (var key in keys) matches |= IsMac(claimed, envelope.AppId.Span, body, envelope.Timestamp.Span, key);
        if (!matches && diagnose) Diagnose(envelope, body, claimed);
        return matches;
    }

    private static bool IsMac(ReadOnlySpan<byte> claimed, ReadOnlySpan<byte> first, ReadOnlySpan<byte> body, ReadOnlySpan<byte> timestamp, byte[] key)
    {
        // Put together and hashed at once: every call into the hash costs as much as some hundred bytes.
        var signed = ArrayPool<byte>.Shared.Rent(first.Length + body.Length + timestamp.Length + key.Length);
        first.CopyTo(signed);
        body.CopyTo(signed.AsSpan(first.Length));
        timestamp.CopyTo(signed.AsSpan(first.Length + body.Length));
        key.CopyTo(signed.AsSpan(first.Length + body.Length + timestamp.Length));
        Span<byte> mac = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(signed.AsSpan(0, first.Length + body.Length + timestamp.Length + key.Length), mac);
        ArrayPool<byte>.Shared.Return(signed, clearArray: true);   // the key was in it
        return CryptographicOperations.FixedTimeEquals(mac, claimed);
    }

    // "mac=<hex>", "mac = <hex>" and the bare hex, in either case.
    private static bool TryParse(string? header, Span<byte> mac)
    {
        var text = header.AsSpan().Trim();
        if (text.StartsWith("mac", StringComparison.OrdinalIgnoreCase))
        {
            text = text[3..].TrimStart();
            if (text.IsEmpty || text[0] != '=') return false;
            text = text[1..].TrimStart();
        }
        return text.Length == mac.Length * 2
            && Convert.FromHexString(text, mac, out _, out var written) == OperationStatus.Done && written == mac.Length;
    }

    private void Diagnose(in ZaloEnvelope envelope, ReadOnlySpan<byte> body, ReadOnlySpan<byte> claimed)
    {
        var oaId = envelope.OaId.IsEmpty ? envelope.Recipient : envelope.OaId;
        foreach (var (name, key) in candidates)
        {
            if (key.Length == 0) continue;
            if (IsMac(claimed, envelope.AppId.Span, body, envelope.Timestamp.Span, key)) log.SignatureWouldMatch(name, "app_id");
            if (IsMac(claimed, oaId.Span, body, envelope.Timestamp.Span, key)) log.SignatureWouldMatch(name, "oa_id");
        }
    }

    private static IEnumerable<string> Chosen(ZaloOptions settings) => settings.WebhookKey switch
    {
        ZaloWebhookKey.AppSecret => [settings.AppSecret],
        ZaloWebhookKey.Either => [settings.OaSecretKey, settings.AppSecret],
        _ => [settings.OaSecretKey],
    };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
