using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Polly;

namespace Chatbot.Channels.Zalo;

/// <summary>The pages of the OA manual that we use, one method an endpoint. Each call goes once: nothing here repeats a POST.</summary>
/// <remarks>Source: v3.0 and v2.0 OA OpenAPI as in the platform notes, read 2026-11-21. Transport failures are thrown as HttpClient and Polly throw them.</remarks>
public sealed class ZaloClient(HttpClient http, AccountPipelines pipelines, IOptions<ZaloOptions> options)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly byte[]? proofKey = options.Value.UseAppSecretProof ? Encoding.UTF8.GetBytes(options.Value.AppSecret) : null;

    /// <summary>Consultation message to one citizen, at most 7 days after their last act.</summary>
    public Task<ZaloAnswer<ZaloSent>> SendConsultationAsync(Guid accountId, string accessToken, string body, CancellationToken ct) =>
        SendAsync(accountId, HttpMethod.Post, "v3.0/oa/message/cs", accessToken, body, ZaloJson.Default.ZaloReplyZaloSent, ct);

    /// <summary>Reply to a visitor of the web chat who is not logged in.</summary>
    public Task<ZaloAnswer<ZaloSent>> SendAnonymousAsync(Guid accountId, string accessToken, string body, CancellationToken ct) =>
        SendAsync(accountId, HttpMethod.Post, "v2.0/oa/message", accessToken, body, ZaloJson.Default.ZaloReplyZaloSent, ct);

    /// <summary>An approved template to one citizen, see <see cref="ZaloTemplates"/>.</summary>
    public Task<ZaloAnswer<ZaloSent>> SendTemplateAsync(Guid accountId, string accessToken, string body, CancellationToken ct) =>
        SendAsync(accountId, HttpMethod.Post, "v3.0/oa/message/template", accessToken, body, ZaloJson.Default.ZaloReplyZaloSent, ct);

    /// <summary>Writes an article; it is made in the background.</summary>
    public Task<ZaloAnswer<ZaloArticleMade>> CreateArticleAsync(Guid accountId, string accessToken, string body, CancellationToken ct) =>
        SendAsync(accountId, HttpMethod.Post, "v2.0/article/create", accessToken, body, ZaloJson.Default.ZaloReplyZaloArticleMade, ct);

    /// <summary>Asks for the article's id; code -214 while it is being made.</summary>
    public Task<ZaloAnswer<ZaloArticleMade>> VerifyArticleAsync(Guid accountId, string accessToken, string body, CancellationToken ct) =>
        SendAsync(accountId, HttpMethod.Post, "v2.0/article/verify", accessToken, body, ZaloJson.Default.ZaloReplyZaloArticleMade, ct);

    /// <summary>Sends articles to all followers, 06:00 to 21:59, after Zalo's review.</summary>
    public Task<ZaloAnswer<ZaloSent>> BroadcastAsync(Guid accountId, string accessToken, string body, CancellationToken ct) =>
        SendAsync(accountId, HttpMethod.Post, "v2.0/oa/message", accessToken, body, ZaloJson.Default.ZaloReplyZaloSent, ct);

    /// <summary>Keeps a picture or a paper at Zalo for seven days.</summary>
    /// <param name="kind"><c>image</c> or <c>file</c>.</param>
    /// <remarks>5,000 uploads an app and month.</remarks>
    public async Task<ZaloAnswer<ZaloUploaded>> UploadAsync(Guid accountId, string accessToken, string kind, string name, byte[] content, CancellationToken ct)
    {
        using var response = await pipelines.For(accountId).ExecuteAsync(async token =>
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
            using var request = Request(HttpMethod.Post, $"v2.0/oa/upload/{kind}", accessToken);
            request.Content = form;
            return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, token);
        }, ct);
        return new ZaloAnswer<ZaloUploaded>(response.StatusCode, Read(await response.Content.ReadAsByteArrayAsync(ct), ZaloJson.Default.ZaloReplyZaloUploaded));
    }

    /// <summary>The OA whose token this is.</summary>
    public Task<ZaloAnswer<ZaloOa>> GetOaAsync(Guid accountId, string accessToken, CancellationToken ct) =>
        SendAsync(accountId, HttpMethod.Get, "v2.0/oa/getoa", accessToken, body: null, ZaloJson.Default.ZaloReplyZaloOa, ct);

    private async Task<ZaloAnswer<T>> SendAsync<T>(
        Guid accountId, HttpMethod method, string path, string accessToken, string? body, JsonTypeInfo<ZaloReply<T>> type, CancellationToken ct)
    {
        using var response = await pipelines.For(accountId).ExecuteAsync(
            static async (call, token) => await call.Client.AttemptAsync(call.Method, call.Path, call.AccessToken, call.Body, token),
            (Client: this, Method: method, Path: path, AccessToken: accessToken, Body: body), ct);
        return new ZaloAnswer<T>(response.StatusCode, Read(await response.Content.ReadAsByteArrayAsync(ct), type));
    }

    // The content is read to its end in here, so that the attempt's time-out covers it.
    private async Task<HttpResponseMessage> AttemptAsync(HttpMethod method, string path, string accessToken, string? body, CancellationToken ct)
    {
        using var request = Request(method, path, accessToken);
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = Json } };
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string accessToken)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("access_token", accessToken);
        if (proofKey is not null) request.Headers.TryAddWithoutValidation("appsecret_proof", Proof(proofKey, accessToken));
        return request;
    }

    private static string Proof(byte[] key, string accessToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(accessToken)));

    private static ZaloReply<T>? Read<T>(byte[] content, JsonTypeInfo<ZaloReply<T>> type)
    {
        try
        {
            return JsonSerializer.Deserialize(content, type);
        }
        catch (JsonException)
        {
            return ErrorOnly(content) is { } code ? new ZaloReply<T>(code, null, default) : null;
        }
    }

    // "data" has another shape beside some errors; the code still counts.
    private static int? ErrorOnly(byte[] content)
    {
        using var json = LenientJson.Parse(content);
        return int.TryParse(json?.RootElement.Text("error"), out var code) ? code : null;
    }
}

/// <param name="Reply">Null: not Zalo's JSON (a gateway's page, a cut answer).</param>
public sealed record ZaloAnswer<T>(HttpStatusCode Status, ZaloReply<T>? Reply)
{
    /// <summary>Zalo tells of a dead token by code, rarely by HTTP 401.</summary>
    public bool IsTokenRefused => Status == HttpStatusCode.Unauthorized || Reply?.Error is { } code && ZaloErrorCodes.IsToken(code);
}
