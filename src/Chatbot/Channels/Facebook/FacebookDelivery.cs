using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>One request to the Send API and what its answer means.</summary>
public sealed class FacebookDelivery(
    FacebookClient client, AccountPipelines pipelines, SendRate rates, FacebookPace pace, IOptionsMonitor<FacebookOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Breather = TimeSpan.FromSeconds(5);

    private FacebookLimits Limits => FacebookLimits.InForce(options.CurrentValue, clock.GetUtcNow());

    /// <returns>Zero: a permit was taken. More: nothing may be sent for so long.</returns>
    public async ValueTask<TimeSpan> WaitAsync(ConnectedAccount account, SendPriority priority, CancellationToken ct)
    {
        var wait = pace.WaitFor(account.Row.Id, priority);
        if (wait > TimeSpan.Zero) return wait;
        var limits = Limits;
        RateLimit? outreach = priority == SendPriority.Outreach
            ? new($"facebook-outreach/{account.Row.PlatformId}", limits.OutreachPerSecond, Second, 0)
            : null;
        return await rates.TakeAsync(priority, PageRate(account, limits), outreach, ct);
    }

    public async Task<SendOutcome> SendAsync(ConnectedAccount account, FacebookOutgoing outgoing, CancellationToken ct)
    {
        try
        {
            using var answer = await pipelines.For(account.Row.Id).ExecuteAsync(
                async token => await client.SendMessageAsync(account.Row.PlatformId, account.AccessToken!, FacebookMessageMapper.Write(outgoing), token), ct);
            return Read(account, await FacebookClient.ReadAsync(answer, FacebookJson.Default.FacebookSent, ct));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TransportFailures.Outcome(failure) is not null)
        {
            return TransportFailures.Outcome(failure)!;
        }
    }

    /// <summary>Before a file is sent. The citizen gets nothing by it, so every failure may be tried again.</summary>
    /// <returns>The id to send; or why there is none.</returns>
    public async Task<(string? Id, SendOutcome? Failed)> UploadAsync(ConnectedAccount account, OutboundFile file, string name, byte[] content, CancellationToken ct)
    {
        try
        {
            using var answer = await pipelines.For(account.Row.Id).ExecuteAsync(
                async token => await client.UploadAsync(account.Row.PlatformId, account.AccessToken!, FacebookFiles.TypeOf(file), name, file.ContentType, content, token), ct);
            var reply = await FacebookClient.ReadAsync(answer, FacebookJson.Default.FacebookUploaded, ct);
            pace.Learn(account.Row.Id, reply.Usage, Limits);
            if (reply.Value?.AttachmentId is { Length: > 0 } id) return (id, null);
            var outcome = reply.Error is { } error ? FacebookErrorCodes.Outcome(error, reply.Status, reply.Usage.Regain) : FacebookErrorCodes.Outcome(reply.Status, reply.Usage.Regain);
            return (null, outcome is SendOutcome.Unknown ? new SendOutcome.Throttled(Breather) : outcome);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TransportFailures.Outcome(failure) is not null)
        {
            return (null, new SendOutcome.Throttled(Breather));
        }
    }

    private SendOutcome Read(ConnectedAccount account, FacebookReply<FacebookSent> reply)
    {
        var limits = Limits;
        pace.Learn(account.Row.Id, reply.Usage, limits);
        if (reply.Error is not { } error)
            return reply.Value?.MessageId is { Length: > 0 } id ? new SendOutcome.Sent(id) : FacebookErrorCodes.Outcome(reply.Status, reply.Usage.Regain);
        var outcome = FacebookErrorCodes.Outcome(error, reply.Status, reply.Usage.Regain);
        if (outcome is SendOutcome.Throttled { RetryAfter: var pause } && FacebookErrorCodes.HoldsPage(error)) rates.Hold(PageRate(account, limits), pause);
        return outcome;
    }

    private static RateLimit PageRate(ConnectedAccount account, FacebookLimits limits) =>
        new($"facebook-page/{account.Row.PlatformId}", limits.MessagesPerSecond, Second, limits.ReservedForReplies);
}
