using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Faults;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Which endpoint a call is for. Batch items come through here too.</summary>
internal sealed class GraphRoutes(FacebookPlatform facebook, SimulatorCore core)
{
    private readonly GraphSend send = new(facebook, core);

    /// <summary>Calls made with a Page's token.</summary>
    public GraphReply ForPage(FacebookPage page, GraphRequest request, Fault? fault) => (request.Method, request.Edge) switch
    {
        ("POST", "messages") => send.Handle(page, request, fault),
        (_, "messenger_profile") => Limited(page) ?? GraphProfile.Handle(page, request),
        ("POST", "message_attachments") => StoreAttachment(page, request),
        ("POST", "subscribed_apps") => Subscribe(page, request),
        ("GET", "subscribed_apps") => Subscriptions(page),
        ("DELETE", "subscribed_apps") => Unsubscribe(page),
        ("POST", "pass_thread_control" or "take_thread_control" or "release_thread_control" or "request_thread_control" or "extend_thread_control") =>
            Control(page, request),
        ("GET", "thread_owner") => Owner(page, request),
        ("GET", "conversations") => Conversations(page),
        ("GET", "") => Node(page, request),
        _ => GraphErrors.UnknownObject,
    };

    /// <summary>Calls made with the app's own token, <c>{app-id}|{app-secret}</c>.</summary>
    public async Task<GraphReply> ForAppAsync(GraphRequest request, CancellationToken ct)
    {
        if (request is { Method: "GET", Node: "debug_token" }) return DebugToken(request.Text("input_token"));
        if (request is not { Method: "POST", Edge: "subscriptions" }) return GraphErrors.UnknownObject;
        if (request.Text("object") != "page") return GraphErrors.Bad("object must be page");
        if (!Uri.TryCreate(request.Text("callback_url"), UriKind.Absolute, out var callback)) return GraphErrors.Bad("callback_url is not a URL");
        var problem = await facebook.Console.SaveWebhookAsync(callback, request.Text("verify_token"), ct);
        if (problem.Length > 0) return GraphErrors.Make(2200, null, "(#2200) Callback verification failed: " + problem);
        facebook.Settings.AppFields.Clear();
        facebook.Settings.AppFields.UnionWith(request.Text("fields").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return GraphReply.Success;
    }

    private GraphReply? Limited(FacebookPage page) => core.Options.LimitsEnabled
        ? page.Limits.Profile(core.Clock.GetUtcNow(), facebook.Settings.ProfileCallsInTenMinutes)
        : null;

    private static GraphReply StoreAttachment(FacebookPage page, GraphRequest request)
    {
        var payload = request.Json("message")?.Member("attachment")?.Member("payload");
        var url = payload?.Text("url") ?? "";
        return GraphReply.Ok(new JsonObject { ["attachment_id"] = GraphSend.Store(page, url) });
    }

    private static GraphReply Subscribe(FacebookPage page, GraphRequest request)
    {
        var fields = request.Json("subscribed_fields") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(f => f.ToString())
            : request.Text("subscribed_fields").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var chosen = fields.ToHashSet(StringComparer.Ordinal);
        if (chosen.Count == 0) return GraphErrors.Bad("The parameter subscribed_fields is required.");
        (page.SubscribedFields, page.IsSubscribed, page.FailingSince) = (chosen, true, null);
        return GraphReply.Success;
    }

    private GraphReply Subscriptions(FacebookPage page)
    {
        var data = new JsonArray();
        if (page.IsSubscribed)
        {
            var fields = page.SubscribedFields.Order(StringComparer.Ordinal).Select(f => (JsonNode)f);
            data.Add((JsonNode)new JsonObject
            {
                ["category"] = "Government organization",
                ["name"] = "Chatbot",
                ["id"] = facebook.Settings.AppId,
                ["subscribed_fields"] = new JsonArray([.. fields]),
            });
        }

        return GraphReply.Ok(new JsonObject { ["data"] = data });
    }

    private static GraphReply Unsubscribe(FacebookPage page)
    {
        page.IsSubscribed = false;
        return GraphReply.Success;
    }

    private GraphReply Control(FacebookPage page, GraphRequest request)
    {
        if (page.Find(request.Json("recipient")?.Text("id") ?? "") is not { } talk) return GraphErrors.NoMatchingUser;
        var (app, metadata) = (facebook.Settings.AppId, request.Text("metadata"));
        switch (request.Edge)
        {
            case "take_thread_control" when !page.HasRouting:
                return GraphErrors.Make(10, 2018171, "(#10) take_thread_control is not available without a default application.");
            case "take_thread_control":
                core.Schedule.After(TimeSpan.Zero, ct => facebook.Threads.TakeAsync(talk, app, metadata, ct));
                return GraphReply.Success;
            case "request_thread_control":
                return GraphReply.Success;   // told to the owner, which is another app
            case var _ when !facebook.Threads.IsOurs(page, talk):
                return GraphErrors.NotOwner;
            case "pass_thread_control":
                core.Schedule.After(TimeSpan.Zero, ct => facebook.Threads.PassAsync(talk, request.Text("target_app_id"), metadata, ct));
                return GraphReply.Success;
            case "extend_thread_control":
                if (!int.TryParse(request.Text("duration"), CultureInfo.InvariantCulture, out var seconds)) return GraphErrors.Bad("duration is required");
                facebook.Threads.Extend(talk, TimeSpan.FromSeconds(seconds));
                return GraphReply.Success;
            default:
                talk.Release();
                return GraphReply.Success;
        }
    }

    private GraphReply Owner(FacebookPage page, GraphRequest request)
    {
        if (page.Find(request.Text("recipient")) is not { } talk) return GraphErrors.NoMatchingUser;
        var data = new JsonArray();
        if (facebook.Threads.OwnerOf(talk) is { Length: > 0 } owner)
        {
            var thread = new JsonObject { ["expiration"] = talk.OwnerUntil.ToUnixTimeSeconds() };
            if (owner == facebook.Settings.AppId) thread["app_id"] = owner;
            data.Add((JsonNode)new JsonObject { ["thread_owner"] = thread });
        }

        return GraphReply.Ok(new JsonObject { ["data"] = data });
    }

    private static GraphReply Conversations(FacebookPage page)
    {
        var threads = page.Conversations.Where(t => t.Messages.Count > 0)
            .Select(t => (JsonNode)new JsonObject { ["id"] = "t_" + t.CitizenId, ["updated_time"] = t.Messages[^1].At.ToString("O", CultureInfo.InvariantCulture) });
        return GraphReply.Ok(new JsonObject { ["data"] = new JsonArray([.. threads]) });
    }

    /// <summary>The Page itself, or a person's profile; without permission the answer is empty, not an error.</summary>
    private static GraphReply Node(FacebookPage page, GraphRequest request)
    {
        if (request.Node == "me" || request.Node == page.PageId) return GraphReply.Ok(new JsonObject { ["id"] = page.PageId, ["name"] = page.Name });
        if (page.Find(request.Node) is not { } talk || talk.Citizen.Standing == Standing.Gone) return GraphErrors.UnknownObject;
        return GraphReply.Ok(new JsonObject { ["id"] = talk.CitizenId, ["name"] = talk.Citizen.Name });
    }

    private GraphReply DebugToken(string inputToken)
    {
        var page = facebook.Pages.FirstOrDefault(p => p.Settings.AccessToken == inputToken);
        var data = new JsonObject { ["app_id"] = facebook.Settings.AppId, ["is_valid"] = page is { TokenState: PageTokenState.Valid }, ["expires_at"] = 0 };
        if (page is not null)
        {
            (data["type"], data["profile_id"]) = ("PAGE", page.PageId);
            data["scopes"] = new JsonArray("pages_messaging", "pages_manage_metadata", "pages_show_list", "pages_read_engagement");
        }

        return GraphReply.Ok(new JsonObject { ["data"] = data });
    }
}
