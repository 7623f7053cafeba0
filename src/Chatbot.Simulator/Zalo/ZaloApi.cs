using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Zalo;

/// <summary><c>openapi.zalo.me</c>: sending, uploads, and what the service may ask about.</summary>
internal sealed class ZaloApi(ZaloPlatform zalo, SimulatorCore core)
{
    private readonly ZaloMessageReader reader = new(zalo.Uploads, zalo.Settings);

    public void Map(IEndpointRouteBuilder routes)
    {
        var call = new ZaloCall(zalo, core, ZaloEdgeErrors.OpenApi);
        var (tags, users) = (new ZaloTags(zalo, core), new ZaloUsers(zalo));
        routes.MapPost("/v3.0/oa/message/cs", call.Handle(FaultScope.Send, SendConsultation));
        routes.MapPost("/v3.0/oa/message/transaction", call.Handle(FaultScope.Send, SendClosedClass));
        routes.MapPost("/v3.0/oa/message/promotion", call.Handle(FaultScope.Send, SendClosedClass));
        routes.MapPost("/v2.0/oa/message", call.Handle(FaultScope.Send, SendSecondVersion));
        routes.MapPost("/v2.0/oa/upload/{kind}", call.Handle(FaultScope.Other, Upload));
        routes.MapGet("/v2.0/oa/getoa", call.Handle(FaultScope.Other, users.Account));
        routes.MapGet("/v3.0/oa/user/detail", call.Handle(FaultScope.Other, users.One));
        routes.MapPost("/v3.0/oa/user/update", call.Handle(FaultScope.Other, users.Update));
        routes.MapGet("/v3.0/oa/user/getlist", call.Handle(FaultScope.Other, users.List));
        routes.MapGet("/v2.0/oa/conversation", call.Handle(FaultScope.Other, ZaloQueries.Conversation));
        routes.MapGet("/v2.0/oa/listrecentchat", call.Handle(FaultScope.Other, ZaloQueries.RecentChats));
        routes.MapPost("/v3.0/oa/message/template", call.Handle(FaultScope.Send, new ZbsSend(zalo, core).ByUserId));
        routes.MapPost("/v3.0/oa/group/message", call.Handle(FaultScope.Send, (_, _, _) => ZaloErrors.NotInGroup));
        routes.MapPost("/v2.0/oa/tag/tagfollower", call.Handle(FaultScope.Other, tags.Add));
        routes.MapPost("/v2.0/oa/tag/rmfollowerfromtag", call.Handle(FaultScope.Other, tags.Take));
        routes.MapPost("/v2.0/oa/tag/rmtag", call.Handle(FaultScope.Other, tags.Remove));
        routes.MapGet("/v2.0/oa/tag/gettagsofoa", call.Handle(FaultScope.Other, ZaloTags.List));
        new ZaloArticleApi(zalo).Map(routes, call);
        routes.MapPost("/v3.0/oa/quota/message", call.Handle(FaultScope.Other, ZaloQueries.Quota));
    }

    private ZaloReply SendConsultation(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (account.IsRestricted) return ZaloErrors.PolicyViolated;
        if (body.Member("recipient") is not { } recipient) return ZaloReply.Invalid("recipient");
        if (account.Find(recipient.Text("user_id")) is not { AnonymousConversationId: null } talk) return ZaloErrors.UnknownUser(zalo.Settings);
        if (body.Member("message") is not { } content) return ZaloReply.Invalid("message");
        var read = reader.Read(content);
        if (read.Refusal is { } refusal) return refusal;
        var (quota, refused) = zalo.Window.Take(talk, account);
        return refused ?? Deliver(talk, read.Message! with { Class = quota!.String("quota_type") }, body, quota);
    }

    private ZaloReply SendClosedClass(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (!zalo.Settings.ClosedClassesReopened) return ZaloErrors.VersionClosed with { Error = zalo.Settings.ClosedClassError };
        if (account.Find(body.Member("recipient")?.Text("user_id") ?? "") is not { } talk) return ZaloErrors.UnknownUser(zalo.Settings);
        var title = body.Member("message")?.Member("attachment")?.Member("payload")?.Items("elements")
            .FirstOrDefault(e => e.Text("type") == "header").Text("content") ?? "";
        return Deliver(talk, new ChatMessage(0, "", ChatSide.Service, default, "template", title), body, null);
    }

    /// <summary>The old endpoint: still the one for broadcasts, anonymous visitors and reactions.</summary>
    private ZaloReply SendSecondVersion(ZaloAccount account, HttpContext http, JsonElement body)
    {
        if (account.IsRestricted) return ZaloErrors.PolicyViolated;
        if (body.Member("recipient") is not { } recipient) return ZaloReply.Invalid("recipient");
        if (recipient.Has("anonymous_id")) return SendToVisitor(account, recipient, body);
        if (body.Member("sender_action") is { } action) return React(account, recipient, action);
        return recipient.Has("user_id") ? ZaloErrors.VersionClosed : new ZaloBroadcast(zalo, core).Send(account, body);
    }

    private ZaloReply SendToVisitor(ZaloAccount account, JsonElement recipient, JsonElement body)
    {
        if (account.Find(recipient.Text("anonymous_id")) is not { AnonymousConversationId: { } open } talk) return ZaloReply.Invalid("anonymous_id");
        if (recipient.Text("conversation_id") != open) return ZaloReply.Invalid("conversation_id");
        if (body.Member("message") is not { } content) return ZaloReply.Invalid("message");
        var read = reader.Read(content);
        return read.Refusal ?? Deliver(talk, read.Message!, body, null);
    }

    private ZaloReply React(ZaloAccount account, JsonElement recipient, JsonElement action)
    {
        if (account.Find(recipient.Text("user_id")) is not { } talk) return ZaloReply.Invalid("user_id");
        var (messageId, icon) = (action.Text("react_message_id"), action.Text("react_icon"));
        if (talk.Find(messageId) is null) return ZaloReply.Invalid("react_message_id");
        core.Rewrite(talk, messageId, m => m with { Reaction = icon == "/-remove" ? "" : icon });
        return ZaloReply.Success(new JsonObject { ["message_id"] = messageId, ["user_id"] = talk.CitizenId });
    }

    private ZaloReply Upload(ZaloAccount account, HttpContext http, JsonElement body)
    {
        var kind = http.Request.RouteValues["kind"]?.ToString() ?? "";
        if (!http.Request.HasFormContentType || http.Request.Form.Files["file"] is not { } file) return ZaloReply.Invalid("file");
        if (!zalo.Uploads.TryCount() && core.Options.LimitsEnabled) return ZaloErrors.OutOfQuota;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        if (zalo.Uploads.Add(kind, file.FileName, bytes.ToArray()) is not { } upload) return ZaloReply.Invalid("file");
        return ZaloReply.Success(new JsonObject { [kind == "file" ? "token" : "attachment_id"] = upload.Id });
    }

    private ZaloReply Deliver(ZaloConversation talk, ChatMessage message, JsonElement body, JsonObject? quota)
    {
        var sent = zalo.Accept(talk, core.Options.KeepRawRequests ? message with { Raw = body.GetRawText() } : message);
        var data = new JsonObject
        {
            ["message_id"] = sent.Id,
            ["user_id"] = talk.CitizenId,
            ["sent_time"] = sent.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        if (quota is not null) data["quota"] = quota;
        return ZaloReply.Success(data) with { Delivered = sent.Id };
    }
}
