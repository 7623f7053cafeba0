using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Chatbot.Channels.Zalo;

/// <summary>Zalo's way in: one event a body, routed by the ids inside it, as one webhook address serves all OAs of an app.</summary>
public sealed class ZaloEvents(AccountDirectory accounts, ChannelMetrics metrics, TimeProvider clock, ILogger<ZaloEvents> log) : IChannelEvents
{
    // What the console sends when its address is saved or tested.
    private static ReadOnlySpan<byte> ProbeText => "This is testing message"u8;
    private static ReadOnlySpan<byte> ProbeMessageId => "This is message id"u8;

    public Channel Channel => Channel.Zalo;

    public IReadOnlyList<RecognisedEvent>? Recognise(ReadOnlyMemory<byte> body)
    {
        if (!ZaloEnvelope.TryRead(body, out var envelope)) return null;
        return IsProbe(envelope) ? [] : [Recognise(envelope, body)];
    }

    public ChannelEvent Map(string kind, ReadOnlyMemory<byte> body) => ZaloEventMapper.Map(kind, body, clock.GetUtcNow());

    internal static bool IsProbe(in ZaloEnvelope envelope) =>
        envelope.MessageId.Span.SequenceEqual(ProbeMessageId) && envelope.Text.Span.SequenceEqual(ProbeText);

    internal RecognisedEvent Recognise(in ZaloEnvelope envelope, ReadOnlyMemory<byte> body)
    {
        var (kind, family) = ZaloKinds.Find(envelope.Kind.Span);
        var isTemplateReceipt = family == ZaloFamily.Received && envelope.HasDelivery;
        if (isTemplateReceipt) family = ZaloFamily.AccountRecord;
        var (account, citizen) = Parties(envelope, family);
        if (isTemplateReceipt) citizen = "";   // a phone number, or its hash, and no citizen of ours
        if (family == ZaloFamily.Unknown) TellUnknownKind(kind);
        if (accounts.Find(Channel.Zalo, account) is null) log.UnknownAccount(kind);
        return new RecognisedEvent(Channel.Zalo, account, StoredText.Bounded(KeyOf(envelope, kind, family)), kind, citizen, ZaloTime.Read(envelope.Timestamp.Span, clock.GetUtcNow()), body)
        {
            IsActedOn = family < ZaloFamily.Group,
        };
    }

    private void TellUnknownKind(string kind)
    {
        metrics.UnknownKind(Channel.Zalo);
        log.UnknownKind(kind);
    }

    private (string Account, string Citizen) Parties(in ZaloEnvelope envelope, ZaloFamily family)
    {
        var (sender, recipient) = (Id(envelope.Sender), Id(envelope.Recipient));
        if (!envelope.OaId.IsEmpty)
        {
            var oa = Id(envelope.OaId);
            return (oa, Citizen(envelope, sender == oa ? family == ZaloFamily.Group ? "" : recipient : sender));
        }
        return IsSentByAccount(family, sender, recipient) ? (sender, Citizen(envelope, recipient)) : (recipient, Citizen(envelope, sender));
    }

    // Receipts come with the OA as sender by the manual, the other way round by one client: whichever id is an OA of ours decides,
    // and where neither is, the manual. What is logged holds no id, as it may then be a citizen's.
    private bool IsSentByAccount(ZaloFamily family, string sender, string recipient) => family switch
    {
        ZaloFamily.Echo or ZaloFamily.AccountRecord => true,
        ZaloFamily.Received or ZaloFamily.Seen => accounts.Find(Channel.Zalo, recipient) is null,
        ZaloFamily.Unknown => accounts.Find(Channel.Zalo, sender) is not null,
        _ => false,
    };

    private static string Citizen(in ZaloEnvelope envelope, string party) =>
        party.Length > 0 ? party : Id(envelope.Follower.IsEmpty ? envelope.UserId : envelope.Follower);

    private static string KeyOf(in ZaloEnvelope envelope, string kind, ZaloFamily family)
    {
        var message = envelope.MessageId.IsEmpty ? envelope.TopMessageId : envelope.MessageId;
        if (message.Span.SequenceEqual(ProbeMessageId)) return $"{kind}:test:{Guid.CreateVersion7():N}";   // the console gives every test the same id
        if (message.IsEmpty) return $"{kind}:{SubjectOf(envelope)}:{Text(envelope.Timestamp)}";
        // A message is one event however often it comes; reactions and judgements are further events on it, told apart by their time.
        return family is ZaloFamily.Message or ZaloFamily.Echo or ZaloFamily.Received
            ? $"{kind}:{Text(message)}"
            : $"{kind}:{Text(message)}:{Text(envelope.Timestamp)}:{Text(envelope.Reaction)}";
    }

    // Hashed, as it may hold a phone number and keys are stored in clear.
    private static string SubjectOf(in ZaloEnvelope envelope)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlySpan<string>)[Text(envelope.UserId), Text(envelope.Follower), Text(envelope.Sender), Text(envelope.Recipient),
            Text(envelope.GroupId), Text(envelope.Subject), Text(envelope.Timestamp)])
            hash.AppendData(Encoding.UTF8.GetBytes(part + "\n"));
        return Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 15));
    }

    private static string Id(ReadOnlyMemory<byte> bytes) => StoredText.Bounded(Text(bytes));

    private static string Text(ReadOnlyMemory<byte> bytes) => bytes.IsEmpty ? "" : StoredText.Clean(Encoding.UTF8.GetString(bytes.Span));
}
