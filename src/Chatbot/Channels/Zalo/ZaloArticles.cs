using System.Globalization;
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

    /// <param name="target">Null: all followers.</param>
    public static string WriteBroadcast(string articleId, BroadcastTarget? target) => JsonSerializer.Serialize(new ZaloBroadcastBody(new ZaloBroadcastRecipient(Target(target ?? new())),
        new ZaloMediaMessage(new ZaloMediaAttachment("template", new ZaloMedia { TemplateType = "media", Elements = [new ZaloMediaElement("article", articleId)] }))), ZaloJson.Plain.ZaloBroadcastBody);

    // The documents disagree about the type; most write strings (platform notes 9.13).
    private static ZaloBroadcastTarget Target(BroadcastTarget target) => new(
        Codes(target.Ages), target.Gender == 0 ? null : Codes([target.Gender]), Codes(target.Regions), Codes(target.Cities), Codes(target.Phones));

    private static string? Codes(IReadOnlyList<int> codes) => codes.Count == 0 ? null : string.Join(',', codes.Select(code => code.ToString(CultureInfo.InvariantCulture)));
}

internal sealed record ZaloArticleBody(
    string Type, string Title, string Author, ZaloCover Cover, string Description, IReadOnlyList<ZaloArticlePart> Body, string Status, string Comment);

internal sealed record ZaloCover(string CoverType, string PhotoUrl, string Status);

internal sealed record ZaloArticlePart(string Type, string Content);

internal sealed record ZaloArticleToken(string Token);

internal sealed record ZaloBroadcastBody(ZaloBroadcastRecipient Recipient, ZaloMediaMessage Message);

internal sealed record ZaloBroadcastRecipient(ZaloBroadcastTarget Target);

internal sealed record ZaloBroadcastTarget(string? Ages, string? Gender, string? Locations, string? Cities, string? Platform);

/// <summary>A token while it is being made, then an id.</summary>
public sealed record ZaloArticleMade(string? Token, string? Id);
