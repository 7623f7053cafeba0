using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Zalo;

/// <summary>The OA and the people it knows.</summary>
internal sealed class ZaloUsers(ZaloPlatform zalo)
{
    private const int LargestOffset = 9_951;
    private const int LargestPage = 50;
    private const int GovernmentOa = 4;
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public ZaloReply Account(ZaloAccount account, HttpContext http, JsonElement body) => ZaloReply.Success(new JsonObject
    {
        [zalo.Settings.OaIdWithUnderscore ? "oa_id" : "oaid"] = account.OaId,
        ["name"] = account.Name,
        ["description"] = "",
        ["is_verified"] = true,
        ["oa_type"] = GovernmentOa,
        ["cate_name"] = "Cơ quan nhà nước",
        ["num_follower"] = account.Conversations.Count(t => t.Follows),
        ["package_name"] = account.Settings.Package,
        ["linked_ZCA"] = zalo.Settings.BillingLinked ? "1" : "",
    });

    public ZaloReply One(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (ZaloQueries.Data(http) is not { } data) return ZaloReply.Invalid("data");
        if (account.Find(data.Text("user_id")) is not { AnonymousConversationId: null } talk) return ZaloErrors.UnknownUser(zalo.Settings);
        return ZaloReply.Success(new JsonObject
        {
            ["user_id"] = talk.CitizenId,
            ["user_id_by_app"] = talk.UserIdByApp,
            ["user_external_id"] = "",
            ["display_name"] = talk.Citizen.Name,
            ["user_alias"] = talk.Alias,
            ["is_sensitive"] = false,
            ["user_last_interaction_date"] = talk.LastInteractionAt?.ToOffset(Vietnam).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "",
            ["user_is_follower"] = talk.Follows,
            ["avatar"] = "https://s120-ava-talk.zadn.vn/x.jpg",
            ["dynamic_param"] = "",
            ["tags_and_notes_info"] = new JsonObject { ["notes"] = new JsonArray(), ["tag_names"] = new JsonArray([.. talk.Tags.Select(t => (JsonNode)t)]) },
            ["shared_info"] = Shared(talk),
        });
    }

    public ZaloReply List(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (ZaloQueries.Data(http) is not { } data) return ZaloReply.Invalid("data");
        if (ZaloQueries.Number(data, "offset") is not { } offset || offset is < 0 or > LargestOffset) return ZaloReply.Invalid("offset");
        if (ZaloQueries.Number(data, "count") is not { } count || count is < 1 or > LargestPage) return ZaloReply.Invalid("count");
        if (InteractionPeriod.Read(data.Text("last_interaction_period"), zalo.Today) is not { } period) return ZaloReply.Invalid("last_interaction_period");
        var (follower, tag) = (data.Text("is_follower"), data.Text("tag_name"));
        var all = account.Conversations.Where(t => t.AnonymousConversationId is null && t.LastInteractionAt is { } at && period.Covers(at))
            .Where(t => (follower.Length == 0 || t.Follows == (follower == "true")) && (tag.Length == 0 || t.Tags.Contains(tag)))
            .OrderBy(t => t.CitizenId, StringComparer.Ordinal).ToList();
        return ZaloReply.Success(new JsonObject
        {
            ["total"] = all.Count,   // also counts whom no offset reaches
            ["count"] = count,
            ["offset"] = offset,
            ["users"] = new JsonArray([.. all.Skip(offset).Take(count).Select(t => (JsonNode)new JsonObject { ["user_id"] = t.CitizenId })]),
        });
    }

    public ZaloReply Update(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (account.Find(body.Text("user_id")) is not { AnonymousConversationId: null } talk) return ZaloErrors.UnknownUser(zalo.Settings);
        if (body.Has("user_alias")) talk.Alias = body.Text("user_alias");
        if (body.Member("shared_info") is { ValueKind: JsonValueKind.Object } shared) talk.SharedInfo = JsonNode.Parse(shared.GetRawText())!.AsObject();
        return ZaloReply.Success(null);
    }

    /// <summary>Empty until the person shared something; the telephone number is a number or a text.</summary>
    private JsonObject Shared(ZaloConversation talk)
    {
        var shared = talk.SharedInfo.DeepClone().AsObject();
        if (!zalo.Settings.PhoneAsText && long.TryParse(shared.String("phone"), CultureInfo.InvariantCulture, out var phone)) shared["phone"] = phone;
        return shared;
    }
}
