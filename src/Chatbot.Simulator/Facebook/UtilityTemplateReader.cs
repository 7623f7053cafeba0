using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Reads a template as it is submitted, or says why the platform does not even review it.</summary>
internal static partial class UtilityTemplateReader
{
    private const int BodyLimit = 1_024;

    /// <summary>Exactly one of the two is set.</summary>
    public static (UtilityTemplate? Template, GraphReply? Refusal) Read(FacebookPage page, GraphRequest request)
    {
        var (name, language) = (request.Text("name"), request.Text("language"));
        if (name.Length == 0 || language.Length == 0) return (null, GraphErrors.Bad("The parameters name and language are required"));
        if (request.Text("category") != "UTILITY") return (null, GraphErrors.Bad("Param category must be UTILITY"));
        if (request.Json("components") is not { ValueKind: JsonValueKind.Array } components) return (null, GraphErrors.Bad("The parameter components is required"));
        var items = components.EnumerateArray().ToList();
        var body = items.Find(c => Is(c, "BODY"));
        var isNamed = request.Text("parameter_format") == "NAMED";
        var parameters = Placeholders(body.Text("text"));
        var buttons = items.Where(c => Is(c, "BUTTONS")).SelectMany(c => c.Items("buttons")).ToList();
        if ((RefuseBody(body, parameters, isNamed) ?? RefuseButtons(buttons)) is { } wrong) return (null, wrong);
        return (new UtilityTemplate(
            Ids.Digits(15, "template", Ids.Opaque(12)), page.PageId, name, language, parameters, buttons.Count(b => Is(b, "POSTBACK")), isNamed, body.Text("text"),
            JsonNode.Parse(components.GetRawText())!.AsArray()), null);
    }

    private static GraphReply? RefuseBody(JsonElement body, List<string> parameters, bool isNamed)
    {
        var text = body.Text("text");
        if (text.Length == 0) return GraphErrors.Bad("A BODY component is required");
        if (text.Length > BodyLimit) return GraphErrors.TooLong("components[text]", BodyLimit);
        if (text.StartsWith("{{", StringComparison.Ordinal) || text.EndsWith("}}", StringComparison.Ordinal)) return GraphErrors.Bad("Variables can't be at the start or end of the template.");
        var expected = Enumerable.Range(1, parameters.Count).Select(n => n.ToString(CultureInfo.InvariantCulture));
        if (!isNamed && !parameters.SequenceEqual(expected)) return GraphErrors.Bad("Variables must be sequential, beginning with {{1}}.");
        return Samples(body) < parameters.Count ? GraphErrors.Bad("TEMPLATE_VARIABLES_MISSING_SAMPLE_VALUES") : null;
    }

    private static GraphReply? RefuseButtons(List<JsonElement> buttons)
    {
        if (buttons.Exists(b => Is(b, "QUICK_REPLY"))) return GraphErrors.Make(100, 2018416, "(#100) This button type is not supported.");
        if (buttons.Exists(b => Is(b, "POSTBACK") && b.Has("example"))) return GraphErrors.Make(100, 2388051, "(#100) Sample values are not allowed on postback buttons.");
        return buttons.Exists(b => b.Text("type").ToUpperInvariant() is not ("POSTBACK" or "URL" or "PHONE_NUMBER")) ? GraphErrors.Bad("Invalid button type") : null;
    }

    /// <summary>The first row of <c>example.body_text</c>, or the named values.</summary>
    private static int Samples(JsonElement body)
    {
        if (body.Member("example") is not { } example) return 0;
        var rows = example.Items("body_text").ToList();
        return rows is [{ ValueKind: JsonValueKind.Array } first, ..] ? first.GetArrayLength() : Math.Max(rows.Count, example.Items("body_text_named_params").Count());
    }

    private static List<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value).Distinct()];

    private static bool Is(JsonElement item, string type) => string.Equals(item.Text("type"), type, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
