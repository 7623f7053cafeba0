using System.Text.Json.Nodes;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Which endpoint a call with a Page's token is for.</summary>
internal sealed class GraphRoutes(FacebookPlatform facebook, SimulatorCore core)
{
    private readonly GraphSend send = new(facebook, core);
    private readonly GraphSubscriptions subscriptions = new(facebook);
    private readonly GraphThreads threads = new(facebook, core);
    private readonly GraphPeople people = new(facebook);
    private readonly GraphConversations conversations = new(facebook, core);
    private readonly GraphPosts posts = new(facebook, core);
    private readonly GraphComments comments = new(facebook, core);

    public GraphReply Handle(FacebookPage page, GraphRequest request, Fault? fault) =>
        request.Node == "me" || request.Node == page.PageId ? OfPage(page, request, fault) : OfObject(page, request);

    private GraphReply OfPage(FacebookPage page, GraphRequest request, Fault? fault) => (request.Method, request.Edge) switch
    {
        ("GET", "") => GraphPeople.Page(page, request),
        ("POST", "messages") => send.Handle(page, request, fault),
        (_, "messenger_profile") => LimitedProfile(page.Limits) ?? GraphProfile.Handle(page, request),
        (_, "custom_user_settings") => UserMenu(page, request),
        ("POST", "message_attachments") => GraphAttachments.Store(facebook, page, request),
        (_, "personas") => GraphPersonas.Handle(page, request),
        (_, "message_templates") => facebook.Templates.Handle(page, request),
        (_, "subscribed_apps") => subscriptions.Handle(page, request),
        ("POST", "pass_thread_control" or "take_thread_control" or "release_thread_control" or "request_thread_control" or "extend_thread_control") =>
            threads.Change(page, request),
        ("GET", "thread_owner") => threads.Owner(page, request),
        ("GET", "conversations") => conversations.List(page, request),
        ("POST", "unlink_accounts") => people.Unlink(page, request),
        (_, "feed" or "photos" or "videos" or "published_posts" or "scheduled_posts") => posts.OfPage(page, request),
        _ => GraphErrors.UnknownObject,
    };

    /// <summary>A thing of the Page's own by its id; with the id of another Page the token is the wrong one.</summary>
    private GraphReply OfObject(FacebookPage page, GraphRequest request)
    {
        if (request is { Method: "GET", Node: "message_template_library" }) return UtilityTemplates.Library;
        if (page.Find(request.Node) is { } talk) return people.Person(talk, request);
        if (page.Personas.Find(request.Node) is { } persona) return GraphPersonas.One(page, persona, request);
        if (page.Wall.Post(request.Node) is { } post) return posts.One(page, post, request);
        if (page.Wall.Comment(request.Node) is { } comment) return comments.One(page, comment, request);
        if (request.Node.StartsWith("t_", StringComparison.Ordinal)) return conversations.Thread(page, request);
        if (request.Node.StartsWith("m_", StringComparison.Ordinal)) return conversations.Message(page, request);
        if (request.Edge.Length == 0) return GraphErrors.UnknownObject;
        return facebook.Settings.WrongPageIsTokenError ? GraphErrors.TokenInvalid : GraphErrors.NoMatchingUser;
    }

    private GraphReply? LimitedProfile(GraphLimits limits) => core.Options.LimitsEnabled
        ? limits.Profile(core.Clock.GetUtcNow(), facebook.Settings.ProfileCallsInTenMinutes)
        : null;

    private GraphReply UserMenu(FacebookPage page, GraphRequest request)
    {
        if (page.Find(request.Text("psid")) is not { } talk) return GraphErrors.NoMatchingUser;
        var used = talk.MenuCalls.Add(core.Clock.GetUtcNow(), TimeSpan.FromMinutes(10));
        if (core.Options.LimitsEnabled && used > facebook.Settings.ProfileCallsInTenMinutes) return GraphErrors.RateLimited;
        return GraphUserMenu.Handle(talk, request);
    }
}
