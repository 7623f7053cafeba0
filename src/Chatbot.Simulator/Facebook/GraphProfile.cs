using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary><c>/me/messenger_profile</c>: Get Started, greeting, menu, ice breakers, commands.</summary>
internal static class GraphProfile
{
    private const int GreetingLimit = 160;
    private const int MenuLimit = 20;
    private const int MenuTitleLimit = 30;
    private const int IceBreakerLimit = 4;

    private static readonly HashSet<string> Properties =
        ["get_started", "greeting", "persistent_menu", "ice_breakers", "commands", "whitelisted_domains", "account_linking_url"];

    public static readonly GraphReply Done = new(200, () => new JsonObject { ["result"] = "success" });

    public static GraphReply Handle(FacebookPage page, GraphRequest request)
    {
        lock (page.Profile)
        {
            return request.Method switch
            {
                "GET" => Read(page, request),
                "POST" => Write(page, request.Body),
                "DELETE" => Delete(page, request),
                _ => GraphErrors.Bad("Unsupported method"),
            };
        }
    }

    private static GraphReply Read(FacebookPage page, GraphRequest request)
    {
        var found = new JsonObject();
        foreach (var field in request.Text("fields").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (page.Profile[field] is { } value) found[field] = value.DeepClone();
        return GraphReply.Ok(new JsonObject { ["data"] = found.Count > 0 ? new JsonArray(found) : new JsonArray() });
    }

    private static GraphReply Write(FacebookPage page, JsonElement body)
    {
        var given = body.EnumerateObject().Where(p => Properties.Contains(p.Name)).ToList();
        if (given.Count == 0) return GraphErrors.Bad("At least one property must be given");
        foreach (var property in given)
            if (Refuse(page, body, property) is { } wrong) return wrong;
        foreach (var property in given) page.Profile[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        return Done;
    }

    private static GraphReply? Refuse(FacebookPage page, JsonElement body, JsonProperty property) => property.Name switch
    {
        "get_started" when property.Value.Text("payload") is { Length: 0 or > GraphMessageReader.PayloadLimit } => GraphErrors.Bad("Invalid get_started payload"),
        "greeting" when Elements(property.Value).Any(g => g.Text("text").Length is 0 or > GreetingLimit) => GraphErrors.TooLong("greeting[text]", GreetingLimit),
        "persistent_menu" => RefuseMenu(page, body, property.Value),
        "ice_breakers" when Elements(property.Value).SelectMany(Questions).Count() > IceBreakerLimit => GraphErrors.TooMany("ice_breakers"),
        "commands" => ProfileCommands.Refuse(property.Value),
        "whitelisted_domains" when Elements(property.Value).Any(d => !IsPublicOrigin(d.ToString())) => GraphErrors.Bad("Invalid whitelisted_domains: https origins only"),
        "account_linking_url" when !IsPublicOrigin(property.Value.ToString()) => GraphErrors.Bad("Invalid account_linking_url: https only"),
        _ => null,
    };

    private static GraphReply? RefuseMenu(FacebookPage page, JsonElement body, JsonElement menus)
    {
        if (page.Profile["get_started"] is null && !body.Has("get_started")) return GraphErrors.Bad("You must set a Get Started button if you also wish to use persistent menu");
        return RefuseMenus(menus);
    }

    /// <summary>The rules that menus of the Page and of one person share.</summary>
    public static GraphReply? RefuseMenus(JsonElement menus)
    {
        if (Elements(menus).All(m => m.Text("locale") != "default")) return GraphErrors.Bad("Persistent menu needs the default locale");
        foreach (var menu in Elements(menus))
        {
            var items = menu.Items("call_to_actions").ToList();
            if (items.Count > MenuLimit) return GraphErrors.TooMany("call_to_actions");
            if (items.Exists(i => i.Text("type") is not ("web_url" or "postback"))) return GraphErrors.Bad("Invalid menu item type");
            if (items.Exists(i => i.Text("title").Length is 0 or > MenuTitleLimit)) return GraphErrors.TooLong("call_to_actions[title]", MenuTitleLimit);
        }

        return null;
    }

    private static GraphReply Delete(FacebookPage page, GraphRequest request)
    {
        var fields = request.Json("fields") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(f => f.ToString()).ToList() : [];
        if (fields.Contains("get_started") && page.Profile["persistent_menu"] is not null && !fields.Contains("persistent_menu"))
            return GraphErrors.Bad("You must delete the persistent menu before the Get Started button");
        foreach (var field in fields) page.Profile.Remove(field);
        return Done;
    }

    private static bool IsPublicOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.HostNameType == UriHostNameType.Dns && !uri.IsLoopback;

    private static IEnumerable<JsonElement> Elements(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static IEnumerable<JsonElement> Questions(JsonElement item) => item.Has("call_to_actions") ? item.Items("call_to_actions") : [item];
}
