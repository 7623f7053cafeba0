using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>/{page}/subscribed_apps</c>: the Page-level half of the webhook's field selection.</summary>
internal sealed class GraphSubscriptions(FacebookPlatform facebook)
{
    public GraphReply Handle(FacebookPage page, GraphRequest request) => request.Method switch
    {
        "POST" => Subscribe(page, request),
        "GET" => Read(page),
        "DELETE" => Unsubscribe(page),
        _ => GraphErrors.UnknownObject,
    };

    private static GraphReply Subscribe(FacebookPage page, GraphRequest request)
    {
        var chosen = request.List("subscribed_fields").ToHashSet(StringComparer.Ordinal);
        if (chosen.Count == 0) return GraphErrors.Bad("The parameter subscribed_fields is required.");
        (page.SubscribedFields, page.IsSubscribed, page.FailingSince) = (chosen, true, null);
        return GraphReply.Success;
    }

    private GraphReply Read(FacebookPage page)
    {
        var data = new JsonArray();
        if (page.IsSubscribed)
        {
            var fields = page.SubscribedFields.Order(StringComparer.Ordinal).Select(f => (JsonNode)f);
            data.Add((JsonNode)new JsonObject
            {
                ["category"] = "Government organization",
                ["link"] = "https://www.facebook.com/games/?app_id=" + facebook.Settings.AppId,
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
}
