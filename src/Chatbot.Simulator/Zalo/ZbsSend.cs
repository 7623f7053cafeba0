using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Zalo;

/// <summary>Sending a template: to a telephone number or its hash on the business host, to an OA user id on the OA API.</summary>
internal sealed class ZbsSend(ZaloPlatform zalo, SimulatorCore core)
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public ZaloReply ByPhone(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.EnumerateObject().Any()) return ZbsErrors.BodyEmpty;
        if (ZbsRules.Phone(body.Text("phone")) is not { } phone) return ZbsErrors.PhoneInvalid;
        return Send(account, body, core.Citizens.All.FirstOrDefault(c => c.Phone == phone), body.Text("phone"));
    }

    public ZaloReply ByHash(ZaloAccount account, HttpContext http, JsonElement body)
    {
        var hash = body.Text("hash_phone");
        if (hash.Length != SHA256.HashSizeInBytes * 2) return ZbsErrors.PhoneInvalid;
        return Send(account, body, core.Citizens.All.FirstOrDefault(c => string.Equals(HashOf(c.Phone), hash, StringComparison.OrdinalIgnoreCase)), hash);
    }

    /// <summary>Part of the OA API, with that host's numbers for what concerns the person and the purse.</summary>
    public ZaloReply ByUserId(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (zalo.Settings.RefuseTrackingByUserId && body.Has("tracking_id")) return ZaloReply.Invalid("tracking_id");
        if (account.Find(body.Text("user_id")) is not { AnonymousConversationId: null } talk) return ZaloErrors.UnknownUser(zalo.Settings);
        if (zalo.Templates.Find(account.OaId, body.Text("template_id")) is not { } template) return ZaloReply.Invalid("template_id");
        if (!ZbsRules.CanGoByUserId(template)) return ZaloErrors.NotByUserId;
        var data = body.Member("template_data") ?? default;
        if (ZbsRules.Refuse(template, data) is { } wrong) return ZaloReply.Invalid(wrong.Message);
        if (ZaloWindow.Refuse(talk.Citizen.Standing) is { } unwilling) return unwilling;
        if (!zalo.Settings.BillingLinked) return ZaloErrors.BillingNotLinked;
        if (zalo.Mailings.Charge(account, template, overQuota: false) is { } refusal) return refusal == ZbsErrors.OutOfBalance ? ZaloErrors.BillingEmpty : ZaloErrors.OutOfQuota;
        var sent = zalo.Mailings.Send(talk, template, ZbsRules.Render(template, data), body.Text("tracking_id"), talk.CitizenId);
        return ZaloReply.Success(new JsonObject
        {
            ["message_id"] = sent.Id,
            ["user_id"] = talk.CitizenId,
            ["sent_time"] = Milliseconds(sent.At),
            ["quota"] = new JsonObject { ["quota_type"] = "purchase_quota", ["owner_type"] = "OA", ["owner_id"] = account.OaId },
        }) with
        { Delivered = sent.Id };
    }

    private ZaloReply Send(ZaloAccount account, JsonElement body, Citizen? citizen, string recipientId)
    {
        if (zalo.Templates.Find(account.OaId, body.Text("template_id")) is not { } template) return ZbsErrors.TemplateUnknown;
        var data = body.Member("template_data") ?? default;
        var mode = body.Text("sending_mode") is { Length: > 0 } given ? given : "1";
        var refusal = RefuseForm(body, mode) ?? (body.Text("mode") == "development" ? RefuseTest(template, data, citizen) : ZbsRules.Refuse(template, data))
            ?? (citizen is null ? ZbsErrors.NoZaloAccount : ZbsRules.RefusePerson(citizen))
            ?? (zalo.Settings.ZbsClosedAtNight && core.Clock.GetUtcNow().ToOffset(Vietnam).Hour is < 6 or >= 22 ? ZbsErrors.Night : null)
            ?? zalo.Mailings.Charge(account, template, mode == "3");
        if (refusal is not null) return refusal;
        var sent = zalo.Mailings.Send(zalo.Conversation(citizen!.Key, account.OaId), template, ZbsRules.Render(template, data), body.Text("tracking_id"), recipientId);
        return ZaloReply.Success(new JsonObject
        {
            ["msg_id"] = sent.Id,
            ["sent_time"] = Milliseconds(sent.At),
            ["sending_mode"] = mode,
            ["quota"] = new JsonObject
            {
                ["dailyQuota"] = zalo.Settings.ZbsDailyQuota.ToString(CultureInfo.InvariantCulture),
                ["remainingQuota"] = zalo.Mailings.Remaining(account).ToString(CultureInfo.InvariantCulture),
            },
        }) with
        { Delivered = sent.Id };
    }

    private ZaloReply? RefuseForm(JsonElement body, string mode)
    {
        if (ZbsRules.RefuseTracking(body.Text("tracking_id")) is { } wrong) return wrong;
        if (mode is not ("1" or "3")) return ZbsErrors.SendingModeInvalid;
        if (mode == "3" && !zalo.Settings.ZbsOverQuotaAllowed) return ZbsErrors.SendingModeNotAllowed;
        return zalo.Settings.BillingLinked ? null : ZbsErrors.NotLinked;
    }

    /// <summary>Development mode needs no approval, but goes to administrators only.</summary>
    private ZaloReply? RefuseTest(ZbsTemplate template, JsonElement data, Citizen? citizen) =>
        citizen is null || !zalo.Settings.Administrators.Contains(citizen.Key) ? ZbsErrors.AdministratorsOnly : ZbsRules.Refuse(template with { Status = "ENABLE" }, data);

    private static string HashOf(string phone) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(phone)));

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
