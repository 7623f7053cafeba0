using Microsoft.Extensions.Logging;

namespace Chatbot.Channels.Zalo;

/// <summary>Judges one webhook request: parsed once for signature, probe and event alike.</summary>
public sealed class ZaloIntake(ZaloSignature signature, ZaloEvents events, ChannelMetrics metrics, ILogger<ZaloIntake> log)
{
    /// <param name="body">Exactly the bytes received; the events point into it.</param>
    /// <param name="header"><c>X-ZEvent-Signature</c>; null: missing.</param>
    public ZaloVerdict Examine(ReadOnlyMemory<byte> body, string? header)
    {
        if (!ZaloEnvelope.TryRead(body, out var envelope)) return Unreadable(header);
        // The console may probe with a key that it shows only after the address is saved, so a probe passes unsigned; nothing of it is kept.
        if (ZaloEvents.IsProbe(envelope)) return Probe();
        if (signature.Matches(envelope, body.Span, header)) return new ZaloVerdict.Genuine([events.Recognise(envelope, body)]);
        metrics.Rejected(Channel.Zalo, "signature");
        return ZaloVerdict.Forged.Instance;
    }

    // App id and time, which the signature is over, cannot be read either. Who signs nothing at all is told so first.
    private ZaloVerdict Unreadable(string? header)
    {
        metrics.Rejected(Channel.Zalo, "malformed");
        return string.IsNullOrWhiteSpace(header) ? ZaloVerdict.Forged.Instance : ZaloVerdict.Malformed.Instance;
    }

    private ZaloVerdict.Probe Probe()
    {
        metrics.Probe(Channel.Zalo);
        log.ProbeDropped();
        return ZaloVerdict.Probe.Instance;
    }
}

public abstract record ZaloVerdict
{
    private ZaloVerdict() { }

    public sealed record Genuine(IReadOnlyList<RecognisedEvent> Events) : ZaloVerdict;

    /// <summary>The console's test: answered 200 and dropped.</summary>
    public sealed record Probe : ZaloVerdict
    {
        public static readonly Probe Instance = new();
    }

    /// <summary>Signature wrong or missing.</summary>
    public sealed record Forged : ZaloVerdict
    {
        public static readonly Forged Instance = new();
    }

    /// <summary>Not a JSON object.</summary>
    public sealed record Malformed : ZaloVerdict
    {
        public static readonly Malformed Instance = new();
    }
}
