using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>What a person sees of a Messenger profile, after its parts have displaced each other: ice breakers win over Get Started, a menu of
/// one's own over the Page's, and commands over every menu.</summary>
/// <param name="StartPayload">Empty: no Get Started button is shown.</param>
public sealed record ShownProfile(
    string Greeting, string StartPayload, IReadOnlyList<ChatButton> IceBreakers, IReadOnlyList<ChatButton> Menu, IReadOnlyList<string> Commands, bool ComposerDisabled)
{
    public static ShownProfile Of(FacebookPage page, FacebookConversation talk)
    {
        lock (page.Profile)
        {
            var isNew = talk.Messages.Count == 0;
            var profile = JsonSerializer.SerializeToElement(page.Profile);
            var ice = isNew ? IceBreakersOf(profile) : [];
            var commands = Localised(profile.Items("commands")).Items("commands").Select(c => c.Text("name")).ToList();
            var menu = Localised(talk.UserMenu is { } own ? JsonSerializer.SerializeToElement(own).EnumerateArray() : profile.Items("persistent_menu"));
            return new ShownProfile(
                Localised(profile.Items("greeting")).Text("text"),
                isNew && ice.Count == 0 ? profile.Member("get_started")?.Text("payload") ?? "" : "",
                ice, commands.Count > 0 ? [] : [.. menu.Items("call_to_actions").Select(ButtonOf)], commands,
                commands.Count == 0 && menu.Text("composer_input_disabled") == "true");
        }
    }

    /// <summary>Vietnamese when there is one, else the default.</summary>
    private static JsonElement Localised(IEnumerable<JsonElement> items)
    {
        var all = items.ToList();
        return all.Find(i => i.Text("locale") == "vi_VN") is { ValueKind: JsonValueKind.Object } own ? own : all.Find(i => i.Text("locale") is "default" or "");
    }

    /// <summary>Both forms: with locales, and the old flat one.</summary>
    private static List<ChatButton> IceBreakersOf(JsonElement profile)
    {
        var items = profile.Items("ice_breakers").ToList();
        var questions = items.Exists(i => i.Has("call_to_actions")) ? Localised(items).Items("call_to_actions") : items;
        return [.. questions.Select(q => new ChatButton(q.Text("question"), ChatAction.Reply, q.Text("payload")))];
    }

    private static ChatButton ButtonOf(JsonElement item) => item.Text("type") == "web_url"
        ? new ChatButton(item.Text("title"), ChatAction.OpenLink, item.Text("url"))
        : new ChatButton(item.Text("title"), ChatAction.Reply, item.Text("payload"));
}
