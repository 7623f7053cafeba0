using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Zalo;

/// <summary><c>v2.0/oa/tag</c>: labels that an OA puts on people; a new name makes a new label.</summary>
internal sealed class ZaloTags(ZaloPlatform zalo, SimulatorCore core)
{
    public ZaloReply Add(ZaloAccount account, HttpContext http, JsonElement body) => Change(account, body, "add_user_to_tag");

    public ZaloReply Take(ZaloAccount account, HttpContext http, JsonElement body) => Change(account, body, "remove_user_from_tag");

    public ZaloReply Remove(ZaloAccount account, HttpContext http, JsonElement body)
    {
        var name = body.Text("tag_name");
        var had = account.Conversations.Count(t => t.RemoveTag(name));
        if (had == 0) return ZaloReply.Invalid("tag_name");
        Tell(account, "remove_tag", name, null);
        return ZaloReply.Success(null);
    }

    public static ZaloReply List(ZaloAccount account, HttpContext http, JsonElement body) =>
        ZaloReply.Success(new JsonArray([.. account.Conversations.SelectMany(t => t.Tags).Distinct().Order(StringComparer.Ordinal).Select(t => (JsonNode)t)]));

    private ZaloReply Change(ZaloAccount account, JsonElement body, string eventName)
    {
        var name = body.Text("tag_name");
        if (name.Length == 0) return ZaloReply.Invalid("tag_name");
        if (account.Find(body.Text("user_id")) is not { } talk) return ZaloErrors.UnknownUser(zalo.Settings);
        var changed = eventName == "add_user_to_tag" ? talk.AddTag(name) : talk.RemoveTag(name);
        if (changed) Tell(account, eventName, name, talk.CitizenId);
        return ZaloReply.Success(null);
    }

    private void Tell(ZaloAccount account, string eventName, string name, string? userId)
    {
        var tag = new JsonObject { ["name"] = name };
        if (userId is not null) tag["user_ids"] = new JsonArray(userId);
        var body = new JsonObject
        {
            ["app_id"] = zalo.Settings.AppId,
            ["oa_id"] = account.OaId,
            ["timestamp"] = core.Clock.UnixMilliseconds.ToString(CultureInfo.InvariantCulture),
            ["event_name"] = eventName,
            ["tag"] = tag,
        };
        core.Schedule.After(TimeSpan.Zero, ct => zalo.Webhook.SendAsync(body, false, ct));
    }
}
