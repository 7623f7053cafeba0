using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>The Page's way out. A send is never repeated here unless the platform certainly refused it.</summary>
/// <remarks>The tag HUMAN_AGENT is set for a part that an official's own click has made, and for nothing else (see <see cref="OutgoingPart.AsHumanAgent"/>).</remarks>
public sealed class FacebookSender(
    FacebookDelivery delivery, FacebookTokens tokens, AccountDirectory accounts, ChannelMetrics metrics, IOutboundFiles files,
    IOptionsMonitor<FacebookOptions> options, TimeProvider clock) : IChannelSender
{
    public Channel Channel => Channel.Facebook;

    private FacebookMessageMapper Mapper => new(FacebookLimits.InForce(options.CurrentValue, clock.GetUtcNow()));

    public IReadOnlyList<string> Render(OutboundMessage message, Recipient recipient) => Mapper.Render(message, recipient.CitizenId);

    public string? RenderFile(OutboundFile file, Recipient recipient) => FacebookFiles.Render(file, recipient);

    public string TextOf(string body) => FacebookMessageMapper.TextOf(body);

    public async Task<SendOutcome> SendAsync(OutgoingPart part, CancellationToken ct)
    {
        var outcome = await TrySendAsync(part, ct);
        metrics.Sent(Channel.Facebook, outcome);
        return outcome;
    }

    private async Task<SendOutcome> TrySendAsync(OutgoingPart part, CancellationToken ct)
    {
        if (accounts.Find(part.AccountId) is not { AccessToken: not null } account) return new SendOutcome.Refused(RefusalReason.Token, 0);
        if (Outgoing(part) is not { } outgoing) return new SendOutcome.Refused(RefusalReason.ContentRefused, 0);
        var wait = await delivery.WaitAsync(account, part.Priority, ct);
        if (wait > TimeSpan.Zero) return new SendOutcome.Throttled(wait);
        var outcome = await OnceAsync(account, part, outgoing, ct);
        if (outcome is SendOutcome.Refused { Reason: RefusalReason.Token } && await tokens.FindNewerAsync(account, ct) is { } renewed)
            (account, outcome) = (renewed, await OnceAsync(renewed, part, outgoing, ct));
        await tokens.NoteAsync(account, outcome, ct);
        return outcome;
    }

    private async Task<SendOutcome> OnceAsync(ConnectedAccount account, OutgoingPart part, FacebookOutgoing outgoing, CancellationToken ct)
    {
        if (FileBody.Read(part.Body) is not { } file) return await RichOrPlainAsync(account, outgoing, ct);
        if (await files.ReadAsync(file.OurFile.Id, ct) is not { } content) return new SendOutcome.Refused(RefusalReason.ContentRefused, 0);
        var (id, failed) = await delivery.UploadAsync(account, file.OurFile, file.UploadName, content, ct);
        return id is null ? failed!
            : await delivery.SendAsync(account, outgoing with { Message = FacebookFiles.Message(file.OurFile, id) with { Metadata = outgoing.Message.Metadata } }, ct);
    }

    /// <summary>Buttons that the platform refuses are said again in plain words: the refusal is certain, so nobody reads the answer twice.</summary>
    private async Task<SendOutcome> RichOrPlainAsync(ConnectedAccount account, FacebookOutgoing outgoing, CancellationToken ct)
    {
        var outcome = await delivery.SendAsync(account, outgoing, ct);
        return outcome is SendOutcome.Refused { Reason: RefusalReason.ContentRefused } && Mapper.Plain(outgoing.Message) is { } plain
            ? await delivery.SendAsync(account, outgoing with { Message = plain }, ct)
            : outcome;
    }

    /// <returns>Null: the body is not one of ours (erased, or damaged by hand).</returns>
    private static FacebookOutgoing? Outgoing(OutgoingPart part)
    {
        try
        {
            var body = FileBody.Read(part.Body) is { } file ? FacebookMessageMapper.Write(new(new(file.To.CitizenId), FacebookMessageMapper.Reply, new())) : part.Body;
            return FacebookMessageMapper.Read(body) is { Message: not null } outgoing
                ? outgoing with
                {
                    MessagingType = outgoing.Message.Template is not null ? FacebookMessageMapper.Utility
                        : part.AsHumanAgent ? FacebookMessageMapper.Tagged
                        : part.Priority == SendPriority.Reply ? FacebookMessageMapper.Reply : FacebookMessageMapper.Update,
                    Tag = part.AsHumanAgent ? FacebookMessageMapper.HumanAgent : null,
                    Message = outgoing.Message with { Metadata = FacebookMark.Write(part.Correlation) },
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
