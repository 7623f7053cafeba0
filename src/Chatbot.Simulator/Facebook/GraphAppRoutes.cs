using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary>Calls made with the app's own token, <c>{app-id}|{app-secret}</c>: looking into a token, saving the callback.</summary>
internal sealed class GraphAppRoutes(FacebookPlatform facebook)
{
    public async Task<GraphReply> HandleAsync(GraphRequest request, CancellationToken ct)
    {
        if (request is { Method: "GET", Node: "debug_token" }) return DebugToken(request.Text("input_token"));
        if (request is not { Method: "POST", Edge: "subscriptions" } || request.Node != facebook.Settings.AppId) return GraphErrors.UnknownObject;
        if (request.Text("object") != "page") return GraphErrors.Bad("object must be page");
        if (!Uri.TryCreate(request.Text("callback_url"), UriKind.Absolute, out var callback)) return GraphErrors.Bad("callback_url is not a URL");
        var problem = await facebook.Console.SaveWebhookAsync(callback, request.Text("verify_token"), ct);
        if (problem.Length > 0) return GraphErrors.Make(2200, null, "(#2200) Callback verification failed: " + problem);
        facebook.Settings.AppFields.Clear();
        facebook.Settings.AppFields.UnionWith(request.List("fields"));
        return GraphReply.Success;
    }

    private GraphReply DebugToken(string inputToken)
    {
        var page = facebook.Pages.FirstOrDefault(p => p.Settings.AccessToken == inputToken);
        var data = new JsonObject { ["app_id"] = facebook.Settings.AppId, ["is_valid"] = page is { TokenState: PageTokenState.Valid }, ["expires_at"] = 0 };
        if (page is not null)
        {
            (data["type"], data["profile_id"]) = ("PAGE", page.PageId);
            data["scopes"] = new JsonArray([.. facebook.Settings.Scopes.Select(s => (JsonNode)s)]);
        }

        return GraphReply.Ok(new JsonObject { ["data"] = data });
    }
}
