using System.Globalization;
using System.Text.Json;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>The rules for sending an approved template: its place in the message, its parameters, its buttons.</summary>
/// <param name="find">The Page's template of a name and language; null: none.</param>
internal sealed class UtilityMessage(FacebookSettings settings, Func<string, string, UtilityTemplate?> find)
{
    private static readonly GraphReply WrongType = GraphErrors.Bad("Invalid template type");

    /// <returns>Null when the message names no template and need not, or may be sent.</returns>
    public GraphReply? Refuse(JsonElement content, string type)
    {
        if (content.Member("template") is not { ValueKind: JsonValueKind.Object } named) return type == "UTILITY" ? WrongType : null;
        if (type != "UTILITY" || named.Has("template_type")) return WrongType;
        var (name, language) = (named.Text("name"), named.Member("language")?.Text("code") ?? "");
        var components = named.Items("components").ToList();
        if (components.Exists(c => c.Has("index"))) return GraphErrors.Bad("Invalid keys \"index\"");
        var values = components.Where(c => c.Text("type") == "body").SelectMany(c => c.Items("parameters")).ToList();
        var buttons = components.Where(c => c.Text("type") == "buttons").ToList();
        if (buttons.Count > 1) return GraphErrors.Bad("Only one buttons component is allowed");
        if (find(name, language) is { } template) return RefuseFor(template, values, buttons.SelectMany(b => b.Items("parameters")).Count());
        var key = $"{name}/{language}/{values.Count.ToString(CultureInfo.InvariantCulture)}";
        return settings.UtilityTemplates.Contains(key) ? null : GraphErrors.Bad("Message template does not exist, is not approved, or has other parameters");
    }

    private static GraphReply? RefuseFor(UtilityTemplate template, List<JsonElement> values, int payloads)
    {
        if (template.Status != "APPROVED") return GraphErrors.Bad("Message template is not approved");
        if (values.Count != template.Parameters.Count) return GraphErrors.Bad("Number of parameters does not match the expected number of params");
        if (template.IsNamed && !values.Select(v => v.Text("parameter_name")).ToHashSet().SetEquals(template.Parameters)) return GraphErrors.Bad("Parameter name is missing or wrong");
        return payloads < template.PostbackButtons ? GraphErrors.Make(100, 1893029, "(#100) Too few button parameters.") : null;
    }
}
