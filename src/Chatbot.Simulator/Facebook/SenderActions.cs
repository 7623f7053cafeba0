using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Typing, seen, and the Page's reactions to messages.</summary>
internal sealed class SenderActions(FacebookPlatform facebook, SimulatorCore core)
{
    private static readonly HashSet<string> Known = ["typing_on", "typing_off", "mark_seen", "react", "unreact"];
    private static readonly HashSet<string> Accompanying = ["recipient", "sender_action", "payload", "access_token", "appsecret_proof"];

    public GraphReply Do(FacebookConversation talk, string action, GraphRequest request)
    {
        if (!Known.Contains(action)) return GraphErrors.Bad("Invalid sender_action");
        if (request.Body.EnumerateObject().Any(p => !Accompanying.Contains(p.Name))) return GraphErrors.Bad("sender_action must be sent with recipient only");
        if (talk.Citizen.Standing == Standing.Blocked) return GraphErrors.Blocked(facebook.Settings);
        if (action is "react" or "unreact" && React(talk, action == "react", request) is { } wrong) return wrong;
        return GraphReply.Ok(new JsonObject { ["recipient_id"] = talk.CitizenId });
    }

    private GraphReply? React(FacebookConversation talk, bool gives, GraphRequest request)
    {
        if (request.Json("payload") is not { } payload || talk.Find(payload.Text("message_id")) is not { } message) return GraphErrors.Bad("Invalid payload: no such message");
        if (gives && payload.Text("reaction").Length == 0) return GraphErrors.Bad("Invalid payload: reaction is required");
        core.Rewrite(talk, message.Id, m => m with { Reaction = gives ? payload.Text("reaction") : "" });
        return null;
    }
}
