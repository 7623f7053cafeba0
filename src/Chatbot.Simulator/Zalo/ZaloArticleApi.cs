using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Zalo;

/// <summary><c>v2.0/article</c>: writing, waiting, reading, changing, removing; plain query parameters, unlike the rest of the API.</summary>
internal sealed class ZaloArticleApi(ZaloPlatform zalo)
{
    private const int LargestPage = 10;
    public void Map(IEndpointRouteBuilder routes, ZaloCall call)
    {
        routes.MapPost("/v2.0/article/create", call.Handle(FaultScope.Other, (account, _, body) =>
            body.Has("id") ? ZaloReply.Invalid("id") : account.Articles.Write(body, zalo.Videos.Knows)));
        routes.MapPost("/v2.0/article/update", call.Handle(FaultScope.Other, (account, _, body) =>
            body.Text("id").Length == 0 ? ZaloReply.Invalid("id") : account.Articles.Write(body, zalo.Videos.Knows)));
        routes.MapPost("/v2.0/article/verify", call.Handle(FaultScope.Other, (account, _, body) => account.Articles.Verify(body.Text("token"))));
        routes.MapPost("/v2.0/article/remove", call.Handle(FaultScope.Other, (account, _, body) => account.Articles.Remove(body.Text("id"))));
        routes.MapGet("/v2.0/article/getdetail", call.Handle(FaultScope.Other, Detail));
        routes.MapGet("/v2.0/article/getslice", call.Handle(FaultScope.Other, Slice));
        routes.MapPost("/v2.0/article/upload_video/preparevideo", call.Handle(FaultScope.Other, PrepareVideo));
        routes.MapGet("/v2.0/article/upload_video/verify", call.Handle(FaultScope.Other, (_, http, _) => zalo.Videos.Verify(
            http.Request.Headers["token"].ToString() is { Length: > 0 } token ? token : http.Request.Query["token"].ToString())));
    }

    private static ZaloReply Detail(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (account.Articles.Find(http.Request.Query["id"].ToString()) is not { } article) return ZaloReply.Invalid("id");
        var data = article.Content.DeepClone().AsObject();
        (data["id"], data["status"]) = (article.Id, article.IsShown ? "show" : "hide");
        return ZaloReply.Success(data);
    }

    private static ZaloReply Slice(ZaloAccount account, HttpContext http, JsonElement body)
    {
        var query = http.Request.Query;
        if (!int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > LargestPage) return ZaloReply.Invalid("limit");
        if (!int.TryParse(query["offset"], CultureInfo.InvariantCulture, out var offset) || offset < 0) return ZaloReply.Invalid("offset");
        var type = query["type"].ToString() is { Length: > 0 } asked ? asked : "normal";
        if (type is not ("normal" or "video")) return ZaloReply.Invalid("type");
        var all = account.Articles.All.Where(a => a.Type == type).ToList();
        var medias = all.Skip(offset).Take(limit).Select(a => (JsonNode)Line(a));
        return ZaloReply.Success(new JsonObject { ["total"] = all.Count, ["medias"] = new JsonArray([.. medias]) });
    }

    private ZaloReply PrepareVideo(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (!http.Request.HasFormContentType || http.Request.Form.Files["file"] is not { } file) return ZaloReply.Invalid("file");
        return zalo.Videos.Prepare(file.FileName, file.Length) is { } token ? ZaloReply.Success(new JsonObject { ["token"] = token }) : ZaloReply.Invalid("file");
    }

    private static JsonObject Line(ZaloArticle article) => new()
    {
        ["id"] = article.Id,
        ["type"] = article.Type,
        ["title"] = article.Title,
        ["status"] = article.IsShown ? "show" : "hide",
        ["total_view"] = 0,
        ["total_share"] = 0,
        ["create_date"] = article.CreatedAt.ToUnixTimeMilliseconds(),
        ["update_date"] = article.UpdatedAt.ToUnixTimeMilliseconds(),
        ["link_view"] = "https://oa.zalo.me/d?id=" + article.Id,
    };
}
