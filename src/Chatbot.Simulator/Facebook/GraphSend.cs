using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>POST /{page}/messages</c>: messages and sender actions. The same request twice is two messages.</summary>
internal sealed class GraphSend(FacebookPlatform facebook, SimulatorCore core)
{
    private readonly SenderActions actions = new(facebook, core);

    public GraphReply Handle(FacebookPage page, GraphRequest request, Fault? fault)
    {
        if (page.IsRestricted || fault?.Kind == FaultKind.AccountRestricted) return GraphErrors.PageRestricted;
        if (request.Json("recipient") is not { ValueKind: JsonValueKind.Object } recipient) return GraphErrors.Bad("The parameter recipient is required");
        if (fault?.Kind == FaultKind.OutsideWindow) return GraphErrors.OutsideWindow;
        if (fault?.Kind == FaultKind.CitizenBlocked) return GraphErrors.Blocked(facebook.Settings);
        var (target, refusal) = SendTarget.Find(facebook, page, recipient, core.Clock.GetUtcNow());
        if (target is null) return refusal!;
        var message = request.Json("message");
        var action = request.Text("sender_action");
        if (message is not null && action.Length > 0) return GraphErrors.Make(100, 2018014, "(#100) message and sender_action cannot be sent together");
        if (action.Length > 0) return actions.Do(target.Talk, action, request);
        return message is { ValueKind: JsonValueKind.Object } content ? Send(page, target, request, content) : GraphErrors.Bad("The parameter message is required");
    }

    private GraphReply Send(FacebookPage page, SendTarget target, GraphRequest request, JsonElement content)
    {
        var talk = target.Talk;
        var read = new GraphMessageReader(page, request.Upload is { } file ? facebook.Media.Keep(file.Name, file.ContentType, file.Bytes) : null).Read(content);
        if (read.Refusal is { } refusal) return refusal;
        var (type, tag) = (request.Text("messaging_type"), request.Text("tag"));
        var message = read.Message! with { Class = tag.Length > 0 ? $"{type}/{tag}" : type, Raw = core.Options.KeepRawRequests ? request.Body.GetRawText() : "" };
        var refused = facebook.Templates.Refuse(page, content, type) ?? RefuseStanding(talk.Citizen.Standing)
            ?? RefuseWindow(target, type, tag, message, content)
            ?? (facebook.Threads.IsOurs(page, talk) ? null : GraphErrors.OwnedByAnother(facebook.Settings))
            ?? RefuseDress(page, talk, request, ref message)
            ?? RefuseRate(page, target, message);
        if (refused is not null) return refused;
        target.NoteReply?.Invoke(core.Clock.GetUtcNow());
        var sent = facebook.Accept(talk, message);
        var answer = target.NamesRecipient ? new JsonObject { ["recipient_id"] = talk.CitizenId, ["message_id"] = sent.Id } : new JsonObject { ["message_id"] = sent.Id };
        if (Reusable(content) is { } url) answer["attachment_id"] = page.Assets.Store(content.Member("attachment")!.Value.Text("type"), url).Id;
        HandOver(talk, request);
        return GraphReply.Ok(answer) with { Delivered = [sent.Id] };
    }

    private GraphReply? RefuseWindow(SendTarget target, string type, string tag, ChatMessage message, JsonElement content) => target.NeedsWindow
        ? MessagingWindow.Refuse(type, tag, message.Kind == "customer_feedback", content.Has("template"), target.Talk, facebook.Settings, core.Clock.GetUtcNow())
        : null;

    private GraphReply? RefuseStanding(Standing standing) => standing switch
    {
        Standing.Blocked => GraphErrors.Blocked(facebook.Settings),
        Standing.Restricted => GraphErrors.CannotReceive,
        Standing.Gone => GraphErrors.NoMatchingUser,
        _ => null,
    };

    /// <summary>The name it is sent under, and the message it answers.</summary>
    private static GraphReply? RefuseDress(FacebookPage page, FacebookConversation talk, GraphRequest request, ref ChatMessage message)
    {
        if (request.Text("persona_id") is { Length: > 0 } personaId)
        {
            if (page.Personas.Find(personaId) is not { IsDeleted: false } persona) return GraphErrors.Bad("Invalid persona_id");
            message = message with { Persona = persona.Name };
        }

        if (request.Json("reply_to") is not { } reply) return null;
        if (talk.Find(reply.Text("mid")) is not { } quoted) return GraphErrors.Bad("Invalid reply_to: no such message in this thread");
        message = message with { QuotedId = quoted.Id };
        return null;
    }

    private GraphReply? RefuseRate(FacebookPage page, SendTarget target, ChatMessage message)
    {
        if (!core.Options.LimitsEnabled) return null;
        var now = core.Clock.GetUtcNow();
        if (target.NoteReply is not null && page.Limits.PrivateReply(now, facebook.Settings.PrivateRepliesPerHour) is { } refusal) return refusal;
        return page.Limits.Send(now, facebook.Settings, target.Talk, message.Kind is "audio" or "video");
    }

    private static string? Reusable(JsonElement content) =>
        content.Member("attachment")?.Member("payload") is { } payload && payload.Text("is_reusable") == "true" ? payload.Text("url") : null;

    private void HandOver(FacebookConversation talk, GraphRequest request)
    {
        if (request.Json("thread_control") is not { } control) return;
        if (control.Text("control_type") == "release") talk.Release();
        else core.Schedule.After(TimeSpan.Zero, ct => facebook.Threads.PassAsync(talk, control.Text("app_id"), "", ct));
    }
}
