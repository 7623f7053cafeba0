namespace Chatbot.Channels.Facebook;

/// <summary>A post on the Page, with a link or a picture.</summary>
/// <remarks>Source: Graph API, Page Feed and Page Photos, read 21 November 2026.</remarks>
public sealed class FacebookPublisher(FacebookClient client, AccountPipelines pipelines, AccountDirectory accounts) : IChannelPublisher
{
    public Channel Channel => Channel.Facebook;

    public Task<Preparation> PrepareAsync(Guid accountId, PublicPost post, string? begun, CancellationToken ct) => Task.FromResult(Preparation.Done(""));

    public async Task<SendOutcome> PublishAsync(Guid accountId, PublicPost post, string prepared, CancellationToken ct)
    {
        if (accounts.Find(accountId) is not { AccessToken: { } token } account) return new SendOutcome.Refused(RefusalReason.Token, 0);
        try
        {
            using var answer = await pipelines.For(accountId).ExecuteAsync(async stop => await client.PostAsync(account.Row.PlatformId, token, EdgeOf(post), FieldsOf(post), stop), ct);
            var reply = await FacebookClient.ReadAsync(answer, FacebookJson.Default.FacebookPosted, ct);
            if (reply.Error is { } error) return FacebookErrorCodes.Outcome(error, reply.Status, reply.Usage.Regain);
            return reply.Value is { } posted && (posted.PostId ?? posted.Id) is { Length: > 0 } id
                ? new SendOutcome.Sent(id) : FacebookErrorCodes.Outcome(reply.Status, reply.Usage.Regain);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && TransportFailures.Outcome(failure) is not null)
        {
            return TransportFailures.Outcome(failure)!;
        }
    }

    private static string EdgeOf(PublicPost post) => post.PictureUrl.Length > 0 ? "photos" : "feed";

    private static Dictionary<string, string> FieldsOf(PublicPost post)
    {
        var lines = post.Links.Select(link => $"{link.Title}: {link.Url}");
        var text = string.Join("\n\n", new[] { post.Title, post.Text, string.Join('\n', lines) }.Where(part => part.Length > 0));
        if (post.PictureUrl.Length > 0) return new() { ["caption"] = text, ["url"] = post.PictureUrl };
        var fields = new Dictionary<string, string> { ["message"] = text };
        if (post.Links.Count > 0) fields["link"] = post.Links[0].Url;
        return fields;
    }
}

/// <param name="PostId">Of a photo; null: the id is the post's own.</param>
public sealed record FacebookPosted(string? Id, string? PostId);
