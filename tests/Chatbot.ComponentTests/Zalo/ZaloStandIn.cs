using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Zalo;

/// <summary>Zalo's OAuth and sending as far as these tests need them: one valid pair at a time, refresh tokens that work once, errors in HTTP 200.</summary>
internal sealed class ZaloStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private int issued;

    private ZaloStandIn(WebApplication app) => this.app = app;

    public string Access { get; private set; } = "access-0";

    public string Refresh { get; private set; } = "refresh-0";

    public ConcurrentQueue<ZaloCall> Calls { get; } = new();

    /// <summary>What a send is answered; null: success.</summary>
    public Func<ZaloCall, (int Status, string Body)?> Answer { get; set; } = _ => null;

    /// <summary>Takes the refresh token, then answers 502: the worst that can happen.</summary>
    public bool LosesAnswers { get; set; }

    public TimeSpan OAuthDelay { get; set; }

    /// <summary>Refreshes that were tried with a token that was used up.</summary>
    public int Denied { get; private set; }

    public string Address => app.Urls.First();

    public IReadOnlyList<ZaloCall> To(string path) => [.. Calls.Where(call => call.Path == path)];

    public void Revoke() => Access = "revoked-" + Guid.NewGuid();

    public static async Task<ZaloStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var zalo = new ZaloStandIn(app);
        app.Run(zalo.AnswerAsync);
        await app.StartAsync();
        return zalo;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers;
        var call = new ZaloCall(context.Request.Path, headers["access_token"].ToString(), headers["secret_key"].ToString(),
            headers["appsecret_proof"].ToString(), await reader.ReadToEndAsync());
        Calls.Enqueue(call);
        if (call.Path == "/v4/oa/access_token") await Task.Delay(OAuthDelay);
        var (status, body) = call.Path switch
        {
            "/v4/oa/access_token" => Grant(call),
            _ when call.AccessToken != Access => (200, """{"error":-216,"message":"Access token is invalid"}"""),
            "/v2.0/oa/getoa" => (200, """{"error":0,"message":"Success","data":{"oaid":"4000000000000000001","name":"UBND xã Mẫu","is_verified":true,"oa_type":4}}"""),
            _ => Answer(call) ?? (200, """{"error":0,"message":"Success","data":{"message_id":"z1","user_id":"8","quota":{"quota_type":"reply","remain":7}}}"""),
        };
        if (status == 0)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = status;
        context.Response.ContentType = body.StartsWith('{') ? "application/json" : "text/html";
        await context.Response.WriteAsync(body);
    }

    private (int, string) Grant(ZaloCall call)
    {
        lock (gate)
        {
            var isCode = call.Body.Contains("grant_type=authorization_code", StringComparison.Ordinal) && call.Body.Contains("code=good", StringComparison.Ordinal);
            if (!isCode && !call.Body.Contains($"refresh_token={Refresh}&", StringComparison.Ordinal))
            {
                Denied++;
                return (200, """{"error":-14020,"error_name":"Invalid refresh token","error_reason":"used","error_description":"","ref_doc":""}""");
            }
            issued++;
            (Access, Refresh) = ("access-" + issued, "refresh-" + issued);
            return LosesAnswers ? (502, "<html>bad gateway</html>")
                : (200, $$"""{"access_token":"{{Access}}","refresh_token":"{{Refresh}}","expires_in":"90000"}""");
        }
    }
}

internal sealed record ZaloCall(string Path, string AccessToken, string SecretKey, string Proof, string Body);
