using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Zalo;

/// <summary>Template messages on their way: quotas, price, and the delivery event some seconds later.</summary>
internal sealed class ZbsMailings(ZaloPlatform zalo, SimulatorCore core)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);
    private readonly ConcurrentDictionary<string, Mailing> mailings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Lock purse = new();

    public sealed record Mailing(string Id, string OaId, string CitizenKey, string TrackingId, string RecipientId, DateTimeOffset? DeliveredAt);

    /// <summary>Takes the price and counts against every quota; nothing is taken when one of them refuses.</summary>
    /// <param name="overQuota">Sending mode 3: may exceed the day's quota.</param>
    public ZaloReply? Charge(ZaloAccount account, ZbsTemplate template, bool overQuota)
    {
        lock (purse)
        {
            if (!overQuota && Count(Day(account.OaId)) >= zalo.Settings.ZbsDailyQuota) return ZbsErrors.DailyQuotaUsed;
            if (template.DailyQuota is { } limit && Count(Day(template.Id)) >= limit) return ZbsErrors.TemplateQuotaUsed;
            if (template.Tag == 3 && Count(Month(account.OaId)) >= zalo.Settings.ZbsMonthlyPromotionQuota) return ZbsErrors.PromotionQuotaUsed;
            if (zalo.Settings.Balance < template.Price) return ZbsErrors.OutOfBalance;
            zalo.Settings.Balance -= template.Price;
            foreach (var key in new[] { Day(account.OaId), Day(template.Id) }) counts[key] = Count(key) + 1;
            if (template.Tag == 3) counts[Month(account.OaId)] = Count(Month(account.OaId)) + 1;
            return null;
        }
    }

    /// <summary>Messages the OA may still send today.</summary>
    public int Remaining(ZaloAccount account) => Math.Max(0, zalo.Settings.ZbsDailyQuota - Count(Day(account.OaId)));

    /// <param name="recipientId">Who the delivery event names: the number as it was given, its hash, or the OA user id.</param>
    public ChatMessage Send(ZaloConversation talk, ZbsTemplate template, string text, string trackingId, string recipientId)
    {
        var sent = zalo.Post(talk, new ChatMessage(0, "", ChatSide.Service, default, "template", text) { Class = "zbs/" + template.Id });
        mailings[sent.Id] = new Mailing(sent.Id, talk.AccountId, talk.Citizen.Key, trackingId, recipientId, null);
        if (talk.Citizen.OnMobile) core.Schedule.After(zalo.Settings.ZbsDeliveredAfter, ct => DeliverAsync(sent.Id, ct));
        return sent;
    }

    public Mailing? Find(string id) => mailings.GetValueOrDefault(id);

    private Task DeliverAsync(string id, CancellationToken ct)
    {
        var now = core.Clock.GetUtcNow();
        var mailing = mailings[id] = mailings[id] with { DeliveredAt = now };
        var message = new JsonObject { ["delivery_time"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), ["msg_id"] = id };
        if (mailing.TrackingId.Length > 0) message["tracking_id"] = mailing.TrackingId;
        var body = new JsonObject
        {
            ["sender"] = new JsonObject { ["id"] = mailing.OaId },
            ["recipient"] = new JsonObject { ["id"] = mailing.RecipientId },
            ["event_name"] = "user_received_message",
            ["message"] = message,
            ["app_id"] = zalo.Settings.AppId,
            ["timestamp"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        return zalo.Webhook.SendAsync(body, true, ct);
    }

    private int Count(string key) => counts.GetValueOrDefault(key);

    private string Day(string id) => id + core.Clock.GetUtcNow().ToOffset(Vietnam).ToString("/yyyyMMdd", CultureInfo.InvariantCulture);

    private string Month(string id) => id + core.Clock.GetUtcNow().ToOffset(Vietnam).ToString("/yyyyMM", CultureInfo.InvariantCulture);
}
