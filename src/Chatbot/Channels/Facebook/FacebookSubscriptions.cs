namespace Chatbot.Channels.Facebook;

/// <summary>The Page's subscription to our app: without it no event arrives.</summary>
internal static class FacebookSubscriptions
{
    /// <summary>The platform's two names for reviews of templates: its pages contradict each other, so the one used in production goes first.</summary>
    private static readonly string[] TemplateFields = ["message_template_status_update", "messenger_template_status_update"];

    /// <returns>Fields that do not reach us; null when the platform did not tell.</returns>
    public static async Task<IReadOnlyList<string>?> MissingAsync(FacebookClient client, string pageId, string token, string appId, CancellationToken ct)
    {
        var reply = await client.GetSubscriptionsAsync(pageId, token, ct);
        if (reply.Value?.Data is not { } apps) return null;
        var ours = apps.FirstOrDefault(app => appId.Length == 0 || app.Id == appId);
        return ours is null ? FacebookClient.Fields : [.. FacebookClient.Fields.Except(ours.SubscribedFields ?? FacebookClient.Fields)];
    }

    /// <summary>Subscribes with either name of the template field, else without it.</summary>
    public static async Task<FacebookReply<FacebookDone>> SubscribeAsync(FacebookClient client, string pageId, string token, CancellationToken ct)
    {
        foreach (var field in TemplateFields)
        {
            var reply = await client.SubscribeAsync(pageId, token, [.. FacebookClient.Fields, field], ct);
            if (reply.Error?.Code != 100) return reply;   // 100: a field that the platform does not know
        }
        return await client.SubscribeAsync(pageId, token, FacebookClient.Fields, ct);
    }
}
