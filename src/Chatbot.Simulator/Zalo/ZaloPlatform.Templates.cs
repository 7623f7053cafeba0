using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Zalo;

/// <summary>What people do with template messages they got.</summary>
public sealed partial class ZaloPlatform
{
    /// <summary>Rates a template message; the event names no person, only the message.</summary>
    /// <param name="rate">1 to 5.</param>
    /// <exception cref="InvalidOperationException">The message is not a template message.</exception>
    public Task<WebhookDelivery> RatesTemplateAsync(string messageId, int rate, string note, CancellationToken ct)
    {
        var mailing = Mailings.Find(messageId) ?? throw new InvalidOperationException("No such template message.");
        var message = new JsonObject
        {
            ["rating_type"] = "csat",
            ["option"] = "five_emotions",
            ["note"] = note,
            ["rate"] = rate,
            ["submit_time"] = Now(),
            ["msg_id"] = messageId,
            ["feedbacks"] = new JsonArray(),
            ["tracking_id"] = mailing.TrackingId,
        };
        var body = new JsonObject { ["event_name"] = "user_feedback", ["message"] = message, ["app_id"] = Settings.AppId, ["oa_id"] = mailing.OaId, ["timestamp"] = Now() };
        return Webhook.SendAsync(body, true, ct);
    }

    private string Now() => core.Clock.UnixMilliseconds.ToString(CultureInfo.InvariantCulture);
}
