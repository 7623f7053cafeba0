using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>A broadcast of articles to followers: by day only, and after the platform's review.</summary>
internal sealed class ZaloBroadcast(ZaloPlatform zalo, SimulatorCore core)
{
    private const int ArticleLimit = 5;
    private static readonly TimeSpan Review = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public ZaloReply Send(ZaloAccount account, JsonElement body)
    {
        var hour = core.Clock.GetUtcNow().ToOffset(VietnamOffset).Hour;
        if (hour is < 6 or >= 22) return ZaloErrors.Night;
        var payload = body.Member("message")?.Member("attachment")?.Member("payload");
        var articles = payload?.Items("elements").ToList() ?? [];
        if (articles.Count is 0 or > ArticleLimit) return ZaloReply.Invalid("elements");
        if (articles.Exists(a => a.Text("media_type") != "article" || a.Text("attachment_id").Length == 0)) return ZaloErrors.KindNotSupported;
        var rows = articles.ConvertAll(a => new ChatElement("Bài viết " + a.Text("attachment_id"), "", "", null, []));
        core.Schedule.After(Review, _ => DeliverAsync(account, rows));
        return ZaloReply.Success(new JsonObject { ["message_id"] = Ids.ZaloMessage() });
    }

    private Task DeliverAsync(ZaloAccount account, List<ChatElement> rows)
    {
        foreach (var talk in account.Conversations.Where(t => t.Follows && t.Citizen.Standing == Standing.Normal))
            zalo.Accept(talk, new ChatMessage(0, "", ChatSide.Service, default, "list", "") { Elements = rows, Class = "broadcast" });
        return Task.CompletedTask;
    }
}
