using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>POST /{page}/messages</c>: messages and sender actions. The same request twice is two messages.</summary>
internal sealed class GraphSend(FacebookPlatform facebook, SimulatorCore core)
{
    private static readonly HashSet<string> Actions = ["typing_on", "typing_off", "mark_seen", "react", "unreact"];

    public GraphReply Handle(FacebookPage page, GraphRequest request, Fault? fault)
    {
        if (page.IsRestricted || fault?.Kind == FaultKind.AccountRestricted) return GraphErrors.PageRestricted;
        if (request.Json("recipient") is not { ValueKind: JsonValueKind.Object } recipient) return GraphErrors.Bad("The parameter recipient is required");
        if (recipient.Has("notification_messages_token") || recipient.Has("one_time_notif_token")) return GraphErrors.TokensRetired;
        if (fault?.Kind == FaultKind.OutsideWindow) return GraphErrors.OutsideWindow;
        if (fault?.Kind == FaultKind.CitizenBlocked) return GraphErrors.Unavailable;
        if (page.Find(recipient.Text("id")) is not { } talk) return GraphErrors.NoMatchingUser;
        var message = request.Json("message");
        var action = request.Text("sender_action");
        if (message is not null && action.Length > 0) return GraphErrors.Make(100, 2018014, "(#100) message and sender_action cannot be sent together");
        if (action.Length > 0) return Act(talk, action, request);
        return message is { ValueKind: JsonValueKind.Object } content ? Send(page, talk, request, content) : GraphErrors.Bad("The parameter message is required");
    }

    private GraphReply Send(FacebookPage page, FacebookConversation talk, GraphRequest request, JsonElement content)
    {
        var read = new GraphMessageReader(page).Read(content);
        if (read.Refusal is { } refusal) return refusal;
        var (type, tag) = (request.Text("messaging_type"), request.Text("tag"));
        var message = read.Message! with { Class = tag.Length > 0 ? $"{type}/{tag}" : type, Raw = Raw(request) };
        var refused = RefuseUtility(content, type) ?? RefuseStanding(talk.Citizen.Standing)
            ?? MessagingWindow.Refuse(type, tag, message.Kind == "customer_feedback", content.Has("template"), talk, facebook.Settings, core.Clock.GetUtcNow())
            ?? (facebook.Threads.IsOurs(page, talk) ? null : GraphErrors.NotOwner)
            ?? RefuseRate(page, talk, message);
        if (refused is not null) return refused;
        var sent = facebook.Accept(talk, message);
        var answer = new JsonObject { ["recipient_id"] = talk.CitizenId, ["message_id"] = sent.Id };
        if (Reusable(content) is { } url) answer["attachment_id"] = Store(page, url);
        HandOver(talk, request);
        return GraphReply.Ok(answer);
    }

    private GraphReply Act(FacebookConversation talk, string action, GraphRequest request)
    {
        if (!Actions.Contains(action)) return GraphErrors.Bad("Invalid sender_action");
        if (RefuseStanding(talk.Citizen.Standing) is { } refusal) return refusal;
        if (action is "react" or "unreact" && request.Json("payload") is { } payload)
            core.Rewrite(talk, payload.Text("message_id"), m => m with { Reaction = action == "react" ? payload.Text("reaction") : "" });
        return GraphReply.Ok(new JsonObject { ["recipient_id"] = talk.CitizenId });
    }

    public static string Store(FacebookPage page, string url)
    {
        var id = Ids.Digits(15, Ids.Opaque(12));
        page.Assets[id] = url;
        return id;
    }

    private string Raw(GraphRequest request) => core.Options.KeepRawRequests ? request.Body.GetRawText() : "";

    /// <summary>An approved template, named with its language, with as many body parameters as it has.</summary>
    private GraphReply? RefuseUtility(JsonElement content, string type)
    {
        if (content.Member("template") is not { } template) return type == "UTILITY" ? GraphErrors.Bad("Invalid template type") : null;
        var language = template.Member("language")?.Text("code") ?? "";
        var body = template.Items("components").FirstOrDefault(c => c.Text("type") == "body");
        var key = $"{template.Text("name")}/{language}/{body.Items("parameters").Count()}";
        return facebook.Settings.UtilityTemplates.Contains(key) ? null : GraphErrors.Bad("Message template does not exist, is not approved, or has other parameters");
    }

    private static GraphReply? RefuseStanding(Standing standing) => standing switch
    {
        Standing.Blocked => GraphErrors.Unavailable,
        Standing.Restricted => GraphErrors.CannotReceive,
        Standing.Gone => GraphErrors.NoMatchingUser,
        _ => null,
    };

    private GraphReply? RefuseRate(FacebookPage page, FacebookConversation talk, ChatMessage message) => core.Options.LimitsEnabled
        ? page.Limits.Send(core.Clock.GetUtcNow(), facebook.Settings, talk, message.Kind is "audio" or "video")
        : null;

    private static string? Reusable(JsonElement content) =>
        content.Member("attachment")?.Member("payload") is { } payload && payload.Text("is_reusable") == "true" ? payload.Text("url") : null;

    private void HandOver(FacebookConversation talk, GraphRequest request)
    {
        if (request.Json("thread_control") is not { } control) return;
        if (control.Text("control_type") == "release") talk.Release();
        else core.Schedule.After(TimeSpan.Zero, ct => facebook.Threads.PassAsync(talk, control.Text("app_id"), "", ct));
    }
}
