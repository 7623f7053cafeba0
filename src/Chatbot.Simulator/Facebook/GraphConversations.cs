using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Facebook;

/// <summary>The Conversations API: threads, their messages, and details of the twenty newest of each.</summary>
internal sealed class GraphConversations(FacebookPlatform facebook, SimulatorCore core)
{
    private const int Detailed = 20;

    public GraphReply List(FacebookPage page, GraphRequest request)
    {
        if (Limited(page) is { } refusal) return refusal;
        var person = request.Text("user_id");
        var threads = page.Conversations.Where(t => t.Messages.Count > 0 && (person.Length == 0 || t.CitizenId == person)).OrderByDescending(t => t.Messages[^1].At);
        return GraphPaging.Page([.. threads.Select(t => Describe(page, t, request))], request);
    }

    /// <summary><c>/t_…</c> and <c>/t_…/messages</c>.</summary>
    public GraphReply Thread(FacebookPage page, GraphRequest request)
    {
        if (Limited(page) is { } refusal) return refusal;
        if (request.Method != "GET" || page.Find(request.Node[2..]) is not { } talk) return GraphErrors.UnknownObject;
        return request.Edge switch
        {
            "" => GraphReply.Ok(Describe(page, talk, request)),
            "messages" => GraphReply.Ok(Messages(talk, request)),
            _ => GraphErrors.UnknownObject,
        };
    }

    /// <summary><c>/m_…</c>: older than the newest twenty counts as deleted.</summary>
    public GraphReply Message(FacebookPage page, GraphRequest request)
    {
        if (Limited(page) is { } refusal) return refusal;
        if (page.Conversations.FirstOrDefault(t => t.Find(request.Node) is not null) is not { } talk || request.Edge.Length > 0) return GraphErrors.UnknownObject;
        var message = talk.Messages.TakeLast(Detailed).FirstOrDefault(m => m.Id == request.Node);
        return message is null ? GraphErrors.MessageGone : GraphReply.Ok(Detail(page, talk, message));
    }

    private GraphReply? Limited(FacebookPage page) =>
        core.Options.LimitsEnabled ? page.Limits.Conversations(core.Clock.GetUtcNow(), facebook.Settings.ConversationCallsPerSecond) : null;

    private JsonObject Describe(FacebookPage page, FacebookConversation talk, GraphRequest request)
    {
        var fields = request.List("fields");
        var answer = new JsonObject { ["id"] = "t_" + talk.CitizenId, ["updated_time"] = GraphTime.Text(talk.Messages is [.., var last] ? last.At : default) };
        if (fields.Contains("participants")) answer["participants"] = new JsonObject { ["data"] = new JsonArray(Person(talk), Self(page)) };
        if (fields.Contains("message_count")) answer["message_count"] = talk.Messages.Count;
        if (fields.Contains("is_owner")) answer["is_owner"] = facebook.Threads.IsOurs(page, talk);
        if (fields.Any(f => f.StartsWith("messages", StringComparison.Ordinal))) answer["messages"] = Messages(talk, request);
        return answer;
    }

    private static JsonObject Messages(FacebookConversation talk, GraphRequest request) => GraphPaging.Listing(
        [.. talk.Messages.Reverse().Select(m => new JsonObject { ["id"] = m.Id, ["created_time"] = GraphTime.Text(m.At) })], request.Text("limit"), request.Text("after"));

    private static JsonObject Detail(FacebookPage page, FacebookConversation talk, ChatMessage message)
    {
        var fromPerson = message.From == ChatSide.Citizen;
        return new JsonObject
        {
            ["id"] = message.Id,
            ["created_time"] = GraphTime.Text(message.At),
            ["from"] = fromPerson ? Person(talk) : Self(page),
            ["to"] = new JsonObject { ["data"] = new JsonArray(fromPerson ? Self(page) : Person(talk)) },
            ["message"] = message.Text,
        };
    }

    private static JsonObject Person(FacebookConversation talk) => new() { ["name"] = talk.Citizen.Name, ["id"] = talk.CitizenId };

    private static JsonObject Self(FacebookPage page) => new() { ["name"] = page.Name, ["id"] = page.PageId };
}
