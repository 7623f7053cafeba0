using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>A broadcast of articles to followers: by day only, and after the platform's review, whose refusal nobody is told.</summary>
internal sealed class ZaloBroadcast(ZaloPlatform zalo, SimulatorCore core)
{
    private const int ArticleLimit = 5;
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    public ZaloReply Send(ZaloAccount account, JsonElement body)
    {
        var hour = core.Clock.GetUtcNow().ToOffset(VietnamOffset).Hour;
        if (hour is < 6 or >= 22) return ZaloErrors.Night;
        if (Read(account, body, out var articles) is { } wrong) return wrong;
        if (!account.Broadcasts.TrySend()) return ZaloErrors.OutOfQuota;
        var target = new BroadcastTarget(body.Member("recipient")?.Member("target")?.Clone() ?? default);
        var passes = !zalo.Settings.TakeBroadcastRejection();
        core.Schedule.After(zalo.Settings.BroadcastReview, _ => passes ? DeliverAsync(account, articles, target) : Task.CompletedTask);
        return ZaloReply.Success(new JsonObject { ["message_id"] = Ids.ZaloMessage() });
    }

    private ZaloReply? Read(ZaloAccount account, JsonElement body, out List<ZaloArticle> articles)
    {
        articles = [];
        var elements = body.Member("message")?.Member("attachment")?.Member("payload")?.Items("elements").ToList() ?? [];
        if (elements.Count is 0 or > ArticleLimit) return ZaloReply.Invalid("elements");
        if (elements.Exists(e => e.Text("media_type") != "article")) return ZaloErrors.KindNotSupported;
        foreach (var element in elements)
        {
            if (account.Articles.Find(element.Text("attachment_id")) is not { } article) return ZaloReply.Invalid("attachment_id");
            if (!article.IsShown && !zalo.Settings.HiddenArticlesBroadcast) return ZaloReply.Invalid("attachment_id");
            articles.Add(article);
        }

        return null;
    }

    private Task DeliverAsync(ZaloAccount account, List<ZaloArticle> articles, BroadcastTarget target)
    {
        var rows = articles.ConvertAll(a => new ChatElement(
            a.Title, a.Description, a.Content["cover"]?["photo_url"]?.ToString() ?? "", new ChatButton(a.Title, ChatAction.OpenLink, "https://oa.zalo.me/d?id=" + a.Id), []));
        foreach (var talk in account.Conversations.Where(t => t.Follows && t.Citizen.Standing == Standing.Normal && target.Includes(t.Citizen)))
            if (account.Broadcasts.TryReceive(talk.CitizenId))
                zalo.Accept(talk, new ChatMessage(0, "", ChatSide.Service, default, "list", "") { Elements = rows, Class = "broadcast" });
        return Task.CompletedTask;
    }
}
