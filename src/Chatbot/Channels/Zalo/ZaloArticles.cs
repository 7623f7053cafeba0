using System.Text.Json;

namespace Chatbot.Channels.Zalo;

/// <summary>Articles and their broadcast as JSON.</summary>
/// <remarks>Source: sections 3.4 and 4.2 of the platform notes, read 21 November 2026.</remarks>
public static class ZaloArticles
{
    public const int LongestTitle = 150;
    private const int LongestAuthor = 50;
    private const int LongestDescription = 300;

    public static string Write(PublicPost post)
    {
        var parts = new List<ZaloArticlePart> { new("text", post.Text) };
        parts.AddRange(post.Links.Select(link => new ZaloArticlePart("text", $"{link.Title}: {link.Url}")));
        return JsonSerializer.Serialize(new ZaloArticleBody("normal", TextSplitter.Shorten(post.Title, LongestTitle), TextSplitter.Shorten(post.Author, LongestAuthor),
            new ZaloCover("photo", post.PictureUrl, "show"), TextSplitter.Shorten(post.Text.ReplaceLineEndings(" "), LongestDescription), parts, "show", "hide"),
            ZaloJson.Plain.ZaloArticleBody);
    }

    public static string WriteToken(string token) => JsonSerializer.Serialize(new ZaloArticleToken(token), ZaloJson.Plain.ZaloArticleToken);

    /// <summary>To all followers: a commune gains nothing from the platform's targets, whose finest level is the province.</summary>
    public static string WriteBroadcast(string articleId) => JsonSerializer.Serialize(new ZaloBroadcastBody(new ZaloBroadcastRecipient(new ZaloBroadcastTarget()),
        new ZaloMediaMessage(new ZaloMediaAttachment("template", new ZaloMedia { TemplateType = "media", Elements = [new ZaloMediaElement("article", articleId)] }))), ZaloJson.Plain.ZaloBroadcastBody);
}

internal sealed record ZaloArticleBody(
    string Type, string Title, string Author, ZaloCover Cover, string Description, IReadOnlyList<ZaloArticlePart> Body, string Status, string Comment);

internal sealed record ZaloCover(string CoverType, string PhotoUrl, string Status);

internal sealed record ZaloArticlePart(string Type, string Content);

internal sealed record ZaloArticleToken(string Token);

internal sealed record ZaloBroadcastBody(ZaloBroadcastRecipient Recipient, ZaloMediaMessage Message);

internal sealed record ZaloBroadcastRecipient(ZaloBroadcastTarget Target);

internal sealed record ZaloBroadcastTarget;

/// <summary>A token while it is being made, then an id.</summary>
public sealed record ZaloArticleMade(string? Token, string? Id);
