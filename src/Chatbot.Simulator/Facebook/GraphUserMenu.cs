using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>/me/custom_user_settings</c>: the menu of one person, which wins over the Page's.</summary>
internal static class GraphUserMenu
{
    public static GraphReply Handle(FacebookConversation talk, GraphRequest request) => request.Method switch
    {
        "POST" => Write(talk, request),
        "GET" => Read(talk),
        "DELETE" => Delete(talk, request),
        _ => GraphErrors.UnknownObject,
    };

    private static GraphReply Write(FacebookConversation talk, GraphRequest request)
    {
        if (request.Json("persistent_menu") is not { ValueKind: JsonValueKind.Array } menus) return GraphErrors.Bad("The parameter persistent_menu is required");
        if (GraphProfile.RefuseMenus(menus) is { } wrong) return wrong;
        talk.UserMenu = JsonNode.Parse(menus.GetRawText())!.AsArray();
        return GraphProfile.Done;
    }

    private static GraphReply Read(FacebookConversation talk)
    {
        var settings = new JsonObject { ["psid"] = talk.CitizenId };
        if (talk.UserMenu is { } menu) settings["persistent_menu"] = menu.DeepClone();
        return GraphReply.Ok(new JsonObject { ["data"] = talk.UserMenu is null ? new JsonArray() : new JsonArray(settings) });
    }

    private static GraphReply Delete(FacebookConversation talk, GraphRequest request)
    {
        if (!request.List("params").Contains("persistent_menu")) return GraphErrors.Bad("The parameter params is required");
        talk.UserMenu = null;
        return GraphProfile.Done;
    }
}
