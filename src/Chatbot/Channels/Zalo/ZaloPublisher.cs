using System.Net;

namespace Chatbot.Channels.Zalo;

/// <summary>An article to all followers: written, made by Zalo, then broadcast with one call.</summary>
public sealed class ZaloPublisher(ZaloClient client, ZaloTokens tokens, AccountDirectory accounts, TimeProvider clock) : IChannelPublisher
{
    private const string Article = "article:";
    private static readonly TimeSpan Breather = TimeSpan.FromSeconds(5);

    public Channel Channel => Channel.Zalo;

    public async Task<Preparation> PrepareAsync(Guid accountId, PublicPost post, string? begun, CancellationToken ct)
    {
        var body = begun is null ? ZaloArticles.Write(post) : ZaloArticles.WriteToken(begun[Article.Length..]);
        var (answer, failed) = await CallAsync(accountId, token => begun is null
            ? client.CreateArticleAsync(accountId, token, body, ct) : client.VerifyArticleAsync(accountId, token, body, ct), ct);
        if (answer?.Reply is { Error: 0, Data: { } made })
            return made.Id is { Length: > 0 } id ? Preparation.Done(id) : Preparation.Waits(Article + (made.Token ?? ""));
        var outcome = failed ?? Judge(answer!);
        // Nobody sees an article that was not broadcast: what is uncertain here may be tried again.
        return outcome is SendOutcome.Throttled && begun is not null ? Preparation.Waits(begun)
            : Preparation.Failure(outcome is SendOutcome.Unknown ? new SendOutcome.Throttled(Breather) : outcome);
    }

    public async Task<SendOutcome> PublishAsync(Guid accountId, PublicPost post, string prepared, CancellationToken ct)
    {
        var (answer, failed) = await CallAsync(accountId, token => client.BroadcastAsync(accountId, token, ZaloArticles.WriteBroadcast(prepared, post.Target), ct), ct);
        return failed ?? Judge(answer!);
    }

    // A token is refused before anything is done, so the second call is the first that counts.
    private async Task<(ZaloAnswer<T>? Answer, SendOutcome? Failed)> CallAsync<T>(Guid accountId, Func<string, Task<ZaloAnswer<T>>> call, CancellationToken ct)
    {
        try
        {
            var token = accounts.Find(accountId)?.AccessToken;
            var answer = token is null ? null : await call(token);
            if (answer is { IsTokenRefused: false }) return (answer, null);
            return await tokens.RenewAsync(accountId, token, ct) switch
            {
                ZaloRenewal.Renewed renewed => (await call(renewed.AccessToken), null),
                ZaloRenewal.Later later => (null, new SendOutcome.Throttled(later.Delay)),
                _ => (null, new SendOutcome.Refused(RefusalReason.Token, 0)),
            };
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TransportFailures.Outcome(failure) is not null)
        {
            return (null, TransportFailures.Outcome(failure));
        }
    }

    private SendOutcome Judge<T>(ZaloAnswer<T> answer) => answer switch
    {
        { Status: HttpStatusCode.TooManyRequests } => new SendOutcome.Throttled(Breather),
        { IsTokenRefused: true } => new SendOutcome.Refused(RefusalReason.Token, answer.Reply?.Error ?? 401),
        { Status: >= HttpStatusCode.InternalServerError } or { Reply.Error: null } or { Reply: null } => new SendOutcome.Unknown($"HTTP {(int)answer.Status}"),
        { Reply.Error: 0 } => new SendOutcome.Sent((answer.Reply.Data as ZaloSent)?.MessageId ?? ""),
        _ => ZaloErrorCodes.OfOa(answer.Reply.Error.Value, clock.GetUtcNow()),
    };
}
