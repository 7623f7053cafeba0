using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Zalo;

/// <summary><c>business.openapi.zalo.me</c>: template messages by telephone number, their status, quotas and templates.</summary>
internal sealed class ZaloBusinessApi(ZaloPlatform zalo, SimulatorCore core)
{
    private readonly ZbsSend send = new(zalo, core);

    public void Map(IEndpointRouteBuilder routes)
    {
        var call = new ZaloCall(zalo, core, ZaloEdgeErrors.Business);
        routes.MapPost("/message/template", call.Handle(FaultScope.Send, send.ByPhone));
        routes.MapPost("/message/template/hashphone", call.Handle(FaultScope.Send, send.ByHash));
        routes.MapGet("/message/status", call.Handle(FaultScope.Other, Status));
        routes.MapGet("/message/quota", call.Handle(FaultScope.Other, Quota));
        routes.MapGet("/message/template-tag", call.Handle(FaultScope.Other, (_, _, _) => ZaloReply.Success(new JsonArray("TRANSACTION", "CUSTOMER_CARE", "PROMOTION"))));
        routes.MapGet("/template/all", call.Handle(FaultScope.Other, All));
        routes.MapGet("/template/info/v2", call.Handle(FaultScope.Other, Info));
        routes.MapGet("/template/sample-data", call.Handle(FaultScope.Other, Sample));
        routes.MapPost("/template/create", call.Handle(FaultScope.Other, Create));
    }

    /// <summary>-1 not found, 0 not delivered yet, 1 delivered.</summary>
    private ZaloReply Status(ZaloAccount account, HttpContext http, JsonElement body)
    {
        var mailing = zalo.Mailings.Find(http.Request.Query["message_id"].ToString());
        var answer = new JsonObject { ["status"] = mailing is null || mailing.OaId != account.OaId ? -1 : mailing.DeliveredAt is null ? 0 : 1 };
        if (mailing?.DeliveredAt is { } at) answer["delivery_time"] = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return ZaloReply.Success(answer);
    }

    private ZaloReply Quota(ZaloAccount account, HttpContext http, JsonElement body) => ZaloReply.Success(new JsonObject
    {
        ["dailyQuota"] = zalo.Settings.ZbsDailyQuota.ToString(CultureInfo.InvariantCulture),
        ["remainingQuota"] = zalo.Mailings.Remaining(account).ToString(CultureInfo.InvariantCulture),
        ["monthlyPromotionQuota"] = zalo.Settings.ZbsMonthlyPromotionQuota.ToString(CultureInfo.InvariantCulture),
    });

    private ZaloReply All(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (Number(http, "offset") is not { } offset || Number(http, "limit") is not { } limit) return ZbsErrors.Missing("offset or limit");
        var all = zalo.Templates.Of(account.OaId);
        var page = all.Skip(offset).Take(limit).Select(t => (JsonNode)new JsonObject
        {
            ["templateId"] = t.Id,
            ["templateName"] = t.Name,
            ["createdTime"] = t.CreatedAt.ToUnixTimeMilliseconds(),
            ["status"] = t.Status,
            ["templateQuality"] = t.Quality,
        });
        return ZaloReply.Success(new JsonArray([.. page]));
    }

    private ZaloReply Info(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (Named(account, http) is not { } template) return ZbsErrors.TemplateUnknown;
        var parameters = template.Parameters.Select(p => (JsonNode)new JsonObject { ["name"] = p.Key, ["require"] = true, ["type"] = "STRING", ["maxLength"] = p.Value, ["minLength"] = 0 });
        return ZaloReply.Success(new JsonObject
        {
            ["templateId"] = template.Id,
            ["templateName"] = template.Name,
            ["status"] = template.Status,
            ["reason"] = template.Reason,
            ["listParams"] = new JsonArray([.. parameters]),
            ["templateTag"] = template.Tag switch { 1 => "TRANSACTION", 2 => "CUSTOMER_CARE", _ => "PROMOTION" },
            ["price"] = template.Price.ToString(CultureInfo.InvariantCulture),
            ["templateQuality"] = template.Quality,
        });
    }

    private ZaloReply Sample(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (Named(account, http) is not { } template) return ZbsErrors.TemplateUnknown;
        var sample = new JsonObject();
        foreach (var name in template.Parameters.Keys) sample[name] = name;
        return ZaloReply.Success(sample);
    }

    private ZaloReply Create(ZaloAccount account, HttpContext http, JsonElement body)
    {
        var (name, tag) = (body.Text("template_name"), body.Text("tag"));
        if (name.Length == 0) return ZbsErrors.Missing("template_name");
        if (tag is not ("1" or "2" or "3")) return new ZaloReply(-132, "tag is invalid", null);
        var parameters = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in body.Items("params"))
            if (item.Text("name") is { Length: > 0 } parameter) parameters[parameter] = int.TryParse(item.Text("maxLength"), CultureInfo.InvariantCulture, out var limit) ? limit : 100;
        var template = zalo.Templates.Submit(account.OaId, name, tag[0] - '0', parameters);
        return ZaloReply.Success(new JsonObject { ["template_id"] = template.Id, ["template_name"] = name, ["template_status"] = template.Status });
    }

    private ZbsTemplate? Named(ZaloAccount account, HttpContext http) => zalo.Templates.Find(account.OaId, http.Request.Query["template_id"].ToString());

    private static int? Number(HttpContext http, string name) =>
        int.TryParse(http.Request.Query[name], CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;
}
