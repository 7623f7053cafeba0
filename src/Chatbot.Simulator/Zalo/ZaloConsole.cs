using System.Text.Json.Nodes;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Zalo;

/// <summary>The developer pages of a Zalo app.</summary>
public sealed class ZaloConsole
{
    /// <summary>The text of every test event.</summary>
    public const string TestText = "This is testing message";

    /// <summary>The message id of every test event: always the same.</summary>
    public const string TestMessageId = "This is message id";

    private readonly ZaloPlatform zalo;
    private readonly SimulatorCore core;

    internal ZaloConsole(ZaloPlatform zalo, SimulatorCore core) => (this.zalo, this.core) = (zalo, core);

    /// <summary>Checks the domain when a verification code is set, posts the probe, and saves the URL only when the answer is 200.</summary>
    /// <returns>Empty when saved; otherwise why not.</returns>
    public async Task<string> SaveWebhookAsync(Uri url, CancellationToken ct)
    {
        if (zalo.Settings.DomainVerificationCode.Length > 0 && !await OwnsDomainAsync(url, ct)) return "Tên miền chưa được xác thực.";
        var result = await ProbeAsync(url, "user_send_text", ct);
        if (!result.IsOk) return $"Máy chủ trả lời {result.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? result.Failure}, cần 200.";
        zalo.Settings.WebhookUrl = url;
        zalo.Webhook.Enable();
        return "";
    }

    /// <summary>Sends the console's test event of a kind to the saved URL; never retried.</summary>
    public Task<PostResult> SendTestAsync(string eventName, CancellationToken ct) => ProbeAsync(
        zalo.Settings.WebhookUrl ?? throw new InvalidOperationException("No webhook URL is saved."), eventName, ct);

    public void ResetOaSecretKey(string key) => zalo.Settings.OaSecretKey = key;

    private Task<PostResult> ProbeAsync(Uri url, string eventName, CancellationToken ct)
    {
        var body = ZaloSamples.Make(eventName, zalo.Settings, zalo.Conversation("console"), core.Clock);
        if (body["message"] is JsonObject message)
        {
            if (message.ContainsKey("text")) message["text"] = TestText;
            if (message.ContainsKey("msg_id")) message["msg_id"] = TestMessageId;
        }

        return zalo.Webhook.PostAsync(zalo.Webhook.Seal(body, false, url, TestMessageId), 0, ct);
    }

    private async Task<bool> OwnsDomainAsync(Uri url, CancellationToken ct)
    {
        var code = zalo.Settings.DomainVerificationCode;
        var file = await core.Poster.GetAsync(new Uri(url, $"/zalo_verifier{code}.html"), zalo.Settings.AckDeadline, ct);
        if (file is { Status: 200 }) return true;
        var home = await core.Poster.GetAsync(new Uri(url, "/"), zalo.Settings.AckDeadline, ct);
        return home is { Status: 200, Body: var page }
            && page.Contains("zalo-platform-site-verification", StringComparison.Ordinal) && page.Contains(code, StringComparison.Ordinal);
    }
}
