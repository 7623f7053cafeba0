using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

/// <summary>Zalo's way out: one message, at most two calls, the second only after Zalo refused the first for its token.</summary>
public sealed class ZaloSender(
    ZaloClient client, ZaloTokens tokens, AccountDirectory accounts, SendRate rate, AccountHealth health, ChannelMetrics metrics,
    IOutboundFiles files, IOptions<ZaloOptions> options, TimeProvider clock, ILogger<ZaloSender> log) : IChannelSender
{
    private static readonly TimeSpan Breather = TimeSpan.FromSeconds(5);

    public Channel Channel => Channel.Zalo;

    private ZaloLimits Limits => ZaloLimits.InForce(options.Value, clock.GetUtcNow());

    public IReadOnlyList<string> Render(OutboundMessage message, Recipient recipient) =>
        ZaloMessageMapper.Render(message, recipient, Limits, options.Value.UseButtons);

    public string? RenderFile(OutboundFile file, Recipient recipient) => ZaloFiles.Render(file, recipient);

    public string TextOf(string body) => ZaloMessageMapper.TextOf(body);

    public async Task<SendOutcome> SendAsync(OutgoingPart part, CancellationToken ct)
    {
        var outcome = await SendOrGiveBackAsync(part, ct);
        metrics.Sent(Channel.Zalo, outcome);
        return outcome;
    }

    // A stop while a call is under way is "unknown" already (see AttemptAsync); a stop while waiting means that nothing was delivered.
    private async Task<SendOutcome> SendOrGiveBackAsync(OutgoingPart part, CancellationToken ct)
    {
        try
        {
            return await SendToAsync(accounts.Find(part.AccountId), part, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return new SendOutcome.Throttled(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<SendOutcome> SendToAsync(ConnectedAccount? account, OutgoingPart part, CancellationToken ct)
    {
        if (account is null or { Row.Status: AccountStatus.Disconnected }) return new SendOutcome.Refused(RefusalReason.AccountRestricted, 0);
        var limits = Limits;
        var wait = await rate.TakeAsync(part.Priority, limits.AppRate, limits.OaRate(account.Row.PlatformId), ct);
        if (wait > TimeSpan.Zero) return new SendOutcome.Throttled(wait);
        var first = account.AccessToken is { } token ? await AttemptAsync(part, token, ct) : Attempt.NoToken;
        var last = first.IsTokenRefused ? await RepeatAsync(part, account.AccessToken, first, ct) : first;
        Tell(part.AccountId, last.Outcome);
        return last.Outcome;
    }

    // Zalo looked at the token before the message: nothing was delivered, so a repetition is the first delivery.
    private async Task<Attempt> RepeatAsync(OutgoingPart part, string? refused, Attempt first, CancellationToken ct) =>
        await tokens.RenewAsync(part.AccountId, refused, ct) switch
        {
            ZaloRenewal.Renewed renewed => await AttemptAsync(part, renewed.AccessToken, ct),
            ZaloRenewal.Later later => new Attempt(new SendOutcome.Throttled(later.Delay)),
            _ => first,
        };

    private async Task<Attempt> AttemptAsync(OutgoingPart part, string token, CancellationToken ct)
    {
        if (FileBody.Read(part.Body) is { } file)
        {
            var (body, failed) = await UploadAsync(part.AccountId, file, token, ct);
            if (body is null) return failed!;
            part = part with { Body = body };
        }
        try
        {
            var answer = ZaloTemplates.Is(part.Body)
                ? await client.SendTemplateAsync(part.AccountId, token, part.Body, ct)
                : ZaloMessageMapper.IsAnonymous(part.Body)
                ? await client.SendAnonymousAsync(part.AccountId, token, part.Body, ct)
                : await client.SendConsultationAsync(part.AccountId, token, part.Body, ct);
            return new Attempt(Judge(answer)) { IsTokenRefused = answer.IsTokenRefused };
        }
        catch (OperationCanceledException)
        {
            return new Attempt(new SendOutcome.Unknown("stopped while sending"));
        }
        catch (Exception failure) when (TransportFailures.Outcome(failure) is not null)
        {
            return new Attempt(TransportFailures.Outcome(failure)!);
        }
    }

    /// <summary>Whatever happens here, the citizen has got nothing yet: every failure may be tried again.</summary>
    private async Task<(string? Body, Attempt? Failed)> UploadAsync(Guid accountId, FileBody file, string token, CancellationToken ct)
    {
        if (ZaloFiles.KindOf(file.OurFile) is not { } kind || await files.ReadAsync(file.OurFile.Id, ct) is not { } content)
            return (null, new Attempt(new SendOutcome.Refused(RefusalReason.ContentRefused, 0)));
        try
        {
            var answer = await client.UploadAsync(accountId, token, kind, file.UploadName, content, ct);
            if (answer.IsTokenRefused) return (null, new Attempt(new SendOutcome.Refused(RefusalReason.Token, answer.Reply?.Error ?? 401)) { IsTokenRefused = true });
            if (answer.Reply is { Error: 0, Data: { } data } && ZaloFiles.Body(file.To, data) is { } body) return (body, null);
            return (null, new Attempt(answer.Reply?.Error is { } code and not 0 ? ZaloErrorCodes.OfOa(code, clock.GetUtcNow()) : new SendOutcome.Throttled(Breather)));
        }
        catch (Exception failure) when (failure is OperationCanceledException || TransportFailures.Outcome(failure) is not null)
        {
            return (null, new Attempt(new SendOutcome.Throttled(Breather)));
        }
    }

    private SendOutcome Judge(ZaloAnswer<ZaloSent> answer)
    {
        if (answer.Status == HttpStatusCode.Unauthorized) return new SendOutcome.Refused(RefusalReason.Token, answer.Reply?.Error ?? 401);
        if (answer.Status == HttpStatusCode.TooManyRequests || answer.Reply?.Error == ZaloErrorCodes.RateExceeded) rate.Hold(Limits.AppRate, Breather);
        if (answer.Status == HttpStatusCode.TooManyRequests) return new SendOutcome.Throttled(Breather);
        // From here on "not delivered" must be Zalo's own word; a gateway's page says nothing about the message.
        if (answer.Status >= HttpStatusCode.InternalServerError || answer.Reply?.Error is not { } code)
            return new SendOutcome.Unknown($"HTTP {(int)answer.Status}");
        if (code != 0) return ZaloErrorCodes.OfOa(code, clock.GetUtcNow());
        metrics.Quota(answer.Reply.Data?.Quota?.QuotaType);
        return new SendOutcome.Sent(answer.Reply.Data?.MessageId ?? "");
    }

    private void Tell(Guid accountId, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Sent) health.Clear(accountId, AccountProblem.SendsRefused);
        if (outcome is not SendOutcome.Refused refused) return;
        log.SendRefused(accountId, refused.PlatformCode, refused.Reason.ToString());
        if (refused.Reason is RefusalReason.AccountRestricted or RefusalReason.NotPermitted or RefusalReason.Token)
            health.Report(accountId, AccountProblem.SendsRefused, $"Zalo refuses this account's messages: {refused.Reason} ({refused.PlatformCode})");
    }

    private sealed record Attempt(SendOutcome Outcome)
    {
        public static readonly Attempt NoToken = new(new SendOutcome.Refused(RefusalReason.Token, 0)) { IsTokenRefused = true };

        public bool IsTokenRefused { get; init; }
    }
}
