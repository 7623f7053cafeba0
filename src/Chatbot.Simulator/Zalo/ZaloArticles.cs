using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>The articles of one OA. Writing one gives a token; the article is there after a while.</summary>
public sealed class ZaloArticles
{
    private const int TitleLimit = 150;
    private const int AuthorLimit = 50;
    private const int DescriptionLimit = 300;
    private readonly ConcurrentDictionary<string, ZaloArticle> articles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Id, DateTimeOffset ReadyAt)> tokens = new(StringComparer.Ordinal);
    private readonly ZaloSettings settings;
    private readonly SimulatorClock clock;

    internal ZaloArticles(ZaloSettings settings, SimulatorClock clock) => (this.settings, this.clock) = (settings, clock);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ZaloArticle> All => [.. articles.Values.OrderByDescending(a => a.CreatedAt).ThenBy(a => a.Id, StringComparer.Ordinal)];

    public ZaloArticle? Find(string id) => articles.GetValueOrDefault(id);

    internal ZaloReply Write(JsonElement body, Func<string, bool> knowsVideo)
    {
        if (Refuse(body, knowsVideo) is { } wrong) return wrong;
        var id = body.Text("id");
        var now = clock.GetUtcNow();
        if (id.Length > 0 && Find(id) is null) return ZaloReply.Invalid("id");
        if (id.Length == 0 && articles.Count >= settings.ArticleQuota) return ZaloErrors.ArticleQuota;
        var article = new ZaloArticle(
            id.Length > 0 ? id : Ids.ZaloMessage(), body.Text("type"), body.Text("title"), body.Text("description"), body.Text("status") == "show",
            Find(id)?.CreatedAt ?? now, now, JsonNode.Parse(body.GetRawText())!.AsObject());
        articles[article.Id] = article;
        var token = Ids.Opaque(18);
        tokens[token] = (article.Id, now + settings.ArticleProcessing);
        return ZaloReply.Success(new JsonObject { ["token"] = token });
    }

    internal ZaloReply Verify(string token)
    {
        if (!tokens.TryGetValue(token, out var written)) return ZaloReply.Invalid("token");
        return clock.GetUtcNow() < written.ReadyAt ? ZaloErrors.ArticleProcessing : ZaloReply.Success(new JsonObject { ["id"] = written.Id });
    }

    internal ZaloReply Remove(string id) => articles.TryRemove(id, out _) ? ZaloReply.Success(null) : ZaloReply.Invalid("id");

    private static ZaloReply? Refuse(JsonElement body, Func<string, bool> knowsVideo)
    {
        var type = body.Text("type");
        if (type is not ("normal" or "video")) return ZaloReply.Invalid("type");
        if (body.Text("title").Length == 0) return ZaloReply.Invalid("title");
        if (body.Text("title").Length > TitleLimit) return ZaloReply.TooLong("title");
        if (body.Text("author").Length > AuthorLimit) return ZaloReply.TooLong("author");
        if (body.Text("description").Length > DescriptionLimit) return ZaloReply.TooLong("description");
        if (body.Text("status") is not ("" or "show" or "hide")) return ZaloReply.Invalid("status");
        if (type == "video") return knowsVideo(body.Text("video_id")) ? null : ZaloReply.Invalid("video_id");
        if (body.Member("cover")?.Text("cover_type") is not ("photo" or "video")) return ZaloReply.Invalid("cover");
        return body.Items("body").Any() && body.Items("body").All(b => b.Text("type") is "text" or "image" or "video" or "product") ? null : ZaloReply.Invalid("body");
    }
}
