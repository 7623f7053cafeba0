using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Zalo;

/// <summary>Reading conversations and quotas. GET calls take one query parameter <c>data</c> holding JSON.</summary>
internal static class ZaloQueries
{
    private const int LargestChatPage = 10;

    public static ZaloReply Conversation(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (Data(http) is not { } data) return ZaloReply.Invalid("data");
        if (account.Find(data.Text("user_id")) is not { } talk) return ZaloReply.Invalid("user_id");
        return Page(data, talk.Messages.Reverse().Select(m => Line(account, talk, m)));
    }

    public static ZaloReply RecentChats(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (Data(http) is not { } data) return ZaloReply.Invalid("data");
        var newest = account.Conversations.Select(t => (Talk: t, Last: t.Messages is [.., var last] ? last : null)).Where(t => t.Last is not null);
        return Page(data, newest.OrderByDescending(t => t.Last!.At).Select(t => Line(account, t.Talk, t.Last!)));
    }

    public static ZaloReply Quota(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (body.Text("user_id") is not { Length: > 0 } userId)
        {
            var assets = new JsonObject { ["quota_type"] = body.Text("quota_type"), ["remain"] = account.Settings.PackageMessages };
            return ZaloReply.Success(new JsonArray(assets));
        }

        if (account.Find(userId) is not { } talk) return ZaloReply.Invalid("user_id");
        return ZaloReply.Success(new JsonObject
        {
            ["last_interaction"] = talk.LastInteractionAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "",
        });
    }

    private static ZaloReply Page(JsonElement data, IEnumerable<JsonNode> lines)
    {
        if (Number(data, "count") is not { } count || count is < 1 or > LargestChatPage) return ZaloReply.Invalid("count");
        return ZaloReply.Success(new JsonArray([.. lines.Skip(Number(data, "offset") ?? 0).Take(count)]));
    }

    private static JsonObject Line(ZaloAccount account, Conversation talk, ChatMessage message)
    {
        var fromUser = message.From == ChatSide.Citizen;
        return new JsonObject
        {
            ["message_id"] = message.Id,
            ["src"] = fromUser ? 1 : 0,
            ["time"] = message.At.ToUnixTimeMilliseconds(),
            ["sent_time"] = message.At.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture),
            ["from_id"] = fromUser ? talk.CitizenId : account.OaId,
            ["to_id"] = fromUser ? account.OaId : talk.CitizenId,
            ["from_display_name"] = fromUser ? talk.Citizen.Name : account.Name,
            ["to_display_name"] = fromUser ? account.Name : talk.Citizen.Name,
            ["type"] = message.Kind,
            ["message"] = message.Text,
        };
    }

    public static int? Number(JsonElement data, string name) =>
        int.TryParse(data.Text(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The parameter <c>data</c>; null when missing or not JSON.</summary>
    public static JsonElement? Data(HttpContext http)
    {
        using var parsed = HttpBodies.ParseJson(System.Text.Encoding.UTF8.GetBytes(http.Request.Query["data"].ToString()));
        return http.Request.Query["data"].Count == 0 ? null : parsed?.RootElement.Clone();
    }
}
