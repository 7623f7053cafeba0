using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Facebook;

/// <summary>The page of the platform's manual that we use: one method an endpoint. Nothing is retried here.</summary>
/// <remarks>Source: Graph API and Messenger Platform reference, read 21 November 2026. The token travels in a header, as addresses are logged.</remarks>
public sealed class FacebookClient(HttpClient http, FacebookSignature signature, IOptionsMonitor<FacebookOptions> options)
{
    /// <summary>Fields that we subscribe a Page to.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "messages", "messaging_postbacks", "messaging_optins", "messaging_referrals", "message_deliveries", "message_reads", "message_echoes",
        "message_edits", "message_reactions", "messaging_handovers", "standby", "messaging_feedback", "messaging_account_linking",
        "messaging_policy_enforcement", "feed",
    ];

    /// <summary>One message to one citizen, as <see cref="FacebookMessageMapper"/> wrote it.</summary>
    /// <returns>The raw answer, for a pipeline to look at; read it with <see cref="ReadAsync"/>.</returns>
    public Task<HttpResponseMessage> SendMessageAsync(string pageId, string token, string body, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, $"{pageId}/messages", token, new StringContent(body, Encoding.UTF8, "application/json"), ct);

    /// <summary>Keeps something at Facebook for 90 days, for this Page's messages.</summary>
    /// <param name="type"><c>image</c>, <c>audio</c>, <c>video</c> or <c>file</c>.</param>
    public async Task<HttpResponseMessage> UploadAsync(string pageId, string token, string type, string name, string contentType, byte[] content, CancellationToken ct)
    {
        using var file = new ByteArrayContent(content) { Headers = { ContentType = new(contentType) } };
        using var message = new StringContent($$"""{"attachment":{"type":"{{type}}","payload":{} } }""");
        using var form = new MultipartFormDataContent { { message, "message" }, { file, "filedata", name } };
        return await SendAsync(HttpMethod.Post, $"{pageId}/message_attachments", token, form, ct);
    }

    /// <summary>A post of the Page.</summary>
    /// <param name="edge"><c>feed</c> or <c>photos</c>.</param>
    public Task<HttpResponseMessage> PostAsync(string pageId, string token, string edge, IReadOnlyDictionary<string, string> fields, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, $"{pageId}/{edge}", token, new FormUrlEncodedContent(fields), ct);

    /// <summary>Whose token it is.</summary>
    public Task<FacebookReply<FacebookPageInfo>> GetPageAsync(string token, CancellationToken ct) =>
        CallAsync(HttpMethod.Get, "me?fields=id,name", token, null, FacebookJson.Default.FacebookPageInfo, ct);

    /// <summary>What a token may do and whether it still lives. Needs <see cref="FacebookOptions.AppId"/>.</summary>
    public Task<FacebookReply<FacebookTokenInfo>> DebugTokenAsync(string token, CancellationToken ct)
    {
        var app = $"{options.CurrentValue.AppId}|{options.CurrentValue.AppSecret}";
        return CallAsync(HttpMethod.Get, $"debug_token?input_token={Uri.EscapeDataString(token)}", app, null, FacebookJson.Default.FacebookTokenInfo, ct);
    }

    /// <summary>Subscribes our app to the Page's events, additionally to no matter what was before.</summary>
    public Task<FacebookReply<FacebookDone>> SubscribeAsync(string pageId, string token, IEnumerable<string> fields, CancellationToken ct) =>
        CallAsync(HttpMethod.Post, $"{pageId}/subscribed_apps?subscribed_fields={string.Join(',', fields)}", token, null,
            FacebookJson.Default.FacebookDone, ct);

    public Task<FacebookReply<FacebookList<FacebookSubscription>>> GetSubscriptionsAsync(string pageId, string token, CancellationToken ct) =>
        CallAsync(HttpMethod.Get, $"{pageId}/subscribed_apps", token, null, FacebookJson.Default.FacebookListFacebookSubscription, ct);

    /// <remarks>10 calls in 10 minutes a Page.</remarks>
    public Task<FacebookReply<FacebookDone>> SetProfileAsync(string token, FacebookProfileBody profile, CancellationToken ct) =>
        CallAsync(HttpMethod.Post, "me/messenger_profile", token, Json(profile, FacebookJson.Default.FacebookProfileBody),
            FacebookJson.Default.FacebookDone, ct);

    /// <summary>Reads an answer whatever its status: errors come with 400 and, at times, inside 200.</summary>
    public static async Task<FacebookReply<T>> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        var error = Parse(bytes, FacebookJson.Default.FacebookFailure)?.Error;
        var value = error is null && answer.IsSuccessStatusCode ? Parse(bytes, type) : null;
        return new((int)answer.StatusCode, value, error, FacebookUsage.Read(answer));
    }

    private async Task<FacebookReply<T>> CallAsync<T>(
        HttpMethod method, string path, string token, HttpContent? content, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        using var answer = await SendAsync(method, path, token, content, ct);
        return await ReadAsync(answer, type, ct);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, Address(path, token)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
    }

    private Uri Address(string path, string token)
    {
        var current = options.CurrentValue;
        var mark = path.Contains('?') ? '&' : '?';
        var proof = current.IsConfigured ? $"{mark}appsecret_proof={signature.Proof(token)}" : "";
        var start = current.GraphBaseAddress.AbsoluteUri.TrimEnd('/');
        return new Uri($"{start}/{current.GraphVersion}/{path}{proof}");
    }

    private static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private static T? Parse<T>(byte[] bytes, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException)   // an edge server's page instead of JSON; the status tells the rest
        {
            return null;
        }
    }
}

/// <param name="Value">Null: refused or unreadable.</param>
/// <param name="Error">Null: none that could be read.</param>
public sealed record FacebookReply<T>(int Status, T? Value, FacebookError? Error, FacebookUsage Usage)
    where T : class
{
    public bool IsDone => Error is null && Value is not null;

    /// <summary>For a person at the command line or in a log; holds no token and no citizen.</summary>
    public string Why => Error is { } error ? $"{error.Code}/{error.ErrorSubcode ?? 0} {error.Message}" : $"HTTP {Status}";
}
