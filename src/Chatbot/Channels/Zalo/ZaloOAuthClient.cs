using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Chatbot.Channels.Zalo;

/// <summary>OAuth v4 for OAs. The app's secret travels in a header, errors come with HTTP 200.</summary>
/// <remarks>Source: the vendor's PHP SDK (<c>OAuth2Client</c>) and manual, read 2026-11-21.</remarks>
public sealed class ZaloOAuthClient(HttpClient http, IOptions<ZaloOptions> options)
{
    private ZaloOptions Settings => options.Value;

    /// <summary>Where an administrator of the OA gives consent.</summary>
    public Uri PermissionPage(Uri callback, string challenge, string state) => new(Settings.OAuthBaseAddress,
        $"v4/oa/permission?app_id={Settings.AppId}&redirect_uri={Uri.EscapeDataString(callback.AbsoluteUri)}"
        + $"&code_challenge={Uri.EscapeDataString(challenge)}&state={Uri.EscapeDataString(state)}");

    /// <summary>The code works once, for 10 minutes.</summary>
    public Task<ZaloGrant> ExchangeAsync(string code, string verifier, CancellationToken ct) => PostAsync(new()
    {
        ["code"] = code,
        ["app_id"] = Settings.AppId!,
        ["grant_type"] = "authorization_code",
        ["code_verifier"] = verifier,
    }, ct);

    /// <summary>Kills the refresh token and the access token before it the moment the platform has taken it: never cancel this, never repeat it blindly.</summary>
    public Task<ZaloGrant> RefreshAsync(string refreshToken, CancellationToken ct) => PostAsync(new()
    {
        ["refresh_token"] = refreshToken,
        ["app_id"] = Settings.AppId!,
        ["grant_type"] = "refresh_token",
    }, ct);

    private async Task<ZaloGrant> PostAsync(Dictionary<string, string> form, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "v4/oa/access_token") { Content = new FormUrlEncodedContent(form) };
            request.Headers.TryAddWithoutValidation("secret_key", Settings.AppSecret);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            using var response = await http.SendAsync(request, ct);
            return Judge(response, await response.Content.ReadAsByteArrayAsync(ct));
        }
        catch (HttpRequestException failure)
        {
            return new ZaloGrant.Unavailable(failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ZaloGrant.Unavailable("time-out");
        }
    }

    private static ZaloGrant Judge(HttpResponseMessage response, byte[] content)
    {
        if ((int)response.StatusCode >= 500) return new ZaloGrant.Unavailable($"HTTP {(int)response.StatusCode}");
        var reply = Read(content);
        if (reply is null) return new ZaloGrant.Unavailable("answer is not JSON");
        return reply is { AccessToken: { Length: > 0 } access, RefreshToken: { Length: > 0 } refresh }
            ? new ZaloGrant.Issued(access, refresh, reply.ExpiresIn is > 0 ? TimeSpan.FromSeconds(reply.ExpiresIn.Value) : null)
            : new ZaloGrant.Denied(reply.Error ?? 0);
    }

    private static ZaloTokenReply? Read(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, ZaloJson.Default.ZaloTokenReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the token endpoint answered.</summary>
public abstract record ZaloGrant
{
    private ZaloGrant() { }

    /// <param name="Life">Null: the platform did not say.</param>
    public sealed record Issued(string AccessToken, string RefreshToken, TimeSpan? Life) : ZaloGrant
    {
        public override string ToString() => "issued";   // keeps tokens out of logs
    }

    /// <summary>An answer without tokens: only a person can help.</summary>
    public sealed record Denied(int Code) : ZaloGrant;

    /// <summary>No readable answer; the platform may have taken the refresh token all the same.</summary>
    public sealed record Unavailable(string Why) : ZaloGrant;
}
