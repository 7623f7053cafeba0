using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>The dashboard of a Facebook app.</summary>
public sealed class FacebookConsole
{
    private readonly FacebookPlatform facebook;
    private readonly SimulatorCore core;

    internal FacebookConsole(FacebookPlatform facebook, SimulatorCore core) => (this.facebook, this.core) = (facebook, core);

    /// <summary>Does the handshake and saves the callback only when the challenge comes back byte for byte.</summary>
    /// <returns>Empty when saved; otherwise why not.</returns>
    public async Task<string> SaveWebhookAsync(Uri url, string verifyToken, CancellationToken ct)
    {
        if (url.Scheme != Uri.UriSchemeHttps && !facebook.Settings.AllowPlainHttp) return "The callback must use https.";
        var challenge = (1_000_000_000 + core.Random.Next(1_000_000_000)).ToString(CultureInfo.InvariantCulture);
        var query = $"hub.mode=subscribe&hub.verify_token={Uri.EscapeDataString(verifyToken)}&hub.challenge={challenge}";
        var target = new UriBuilder(url) { Query = query }.Uri;
        var answer = await core.Poster.GetAsync(target, facebook.Settings.AckDeadline, ct);
        if (answer is not { Status: 200 } || answer.Value.Body != challenge)
            return "The URL couldn't be validated: " + (answer is null ? "no answer." : $"status {answer.Value.Status}, body not the challenge.");
        facebook.Settings.WebhookUrl = url;
        return "";
    }

    /// <summary>The dashboard's Test button: entry id 0, the field under <c>changes</c>.</summary>
    public Task<PostResult> SendTestAsync(CancellationToken ct) => PostAsync("dashboard test", ct);

    /// <summary>A person asks Facebook to delete what the app has of them.</summary>
    /// <param name="callback">The data-deletion callback's address.</param>
    /// <returns>The HTTP status, and what is wrong with the answer; empty: nothing.</returns>
    public async Task<(int Status, string Problem)> RequestDataDeletionAsync(string citizen, Uri callback, CancellationToken ct)
    {
        var seconds = core.Clock.GetUtcNow().ToUnixTimeSeconds();
        var payload = new JsonObject
        {
            ["user_id"] = facebook.Conversation(citizen).AppScopedId,
            ["algorithm"] = "HMAC-SHA256",
            ["issued_at"] = seconds,
            ["expires"] = seconds + 3_600,
        };
        using var http = new HttpClient { Timeout = facebook.Settings.AckDeadline };
        var signed = FacebookSignature.SignedRequest(facebook.Settings.AppSecret, payload.ToJsonString());
        using var form = new FormUrlEncodedContent([new("signed_request", signed)]);
        using var response = await http.PostAsync(callback, form, ct);
        return ((int)response.StatusCode, Judge(await response.Content.ReadAsByteArrayAsync(ct), facebook.Settings.AllowPlainHttp));
    }

    private static string Judge(byte[] answer, bool allowPlainHttp)
    {
        using var parsed = HttpBodies.ParseJson(answer);
        if (parsed is null || parsed.RootElement.ValueKind != JsonValueKind.Object) return "The answer is not a JSON object.";
        if (parsed.RootElement.EnumerateObject().Count() != 2) return "The answer must have exactly url and confirmation_code.";
        if (!Uri.TryCreate(parsed.RootElement.Text("url"), UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")) return "The url is not absolute.";
        if (url.Scheme != Uri.UriSchemeHttps && !allowPlainHttp) return "The url must use https.";
        var code = parsed.RootElement.Text("confirmation_code");
        return code.Length > 0 && code.All(char.IsAsciiLetterOrDigit) ? "" : "The confirmation_code is not alphanumeric.";
    }

    private Task<PostResult> PostAsync(string sample, CancellationToken ct)
    {
        var url = facebook.Settings.WebhookUrl ?? throw new InvalidOperationException("No callback is saved.");
        var body = FacebookSamples.Make(sample, facebook.Settings, facebook.Conversation("console"), core.Clock, core.Random);
        return facebook.Webhook.PostAsync(facebook.Webhook.Seal(facebook.Pages[0], url, body, ""), ct);
    }
}
