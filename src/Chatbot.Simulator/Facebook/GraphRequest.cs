using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Facebook;

/// <summary>One call of the Graph API, whichever way its parameters came: query, JSON, form or multipart.</summary>
/// <param name="Version">Empty: called without one.</param>
/// <param name="Node">A Page, a person, an app, <c>me</c> or a fixed word; empty for the batch root.</param>
/// <param name="Edge">What follows the node; empty: nothing.</param>
internal sealed record GraphRequest(
    string Method, string Version, string Node, string Edge, IReadOnlyDictionary<string, string> Query, JsonElement Body, string Token)
{
    /// <summary>Text parameter from body or query; empty when missing.</summary>
    public string Text(string name) => Body.Text(name) is { Length: > 0 } text ? text : Query.GetValueOrDefault(name, "");

    /// <summary>A parameter that is JSON, or JSON written as text.</summary>
    public JsonElement? Json(string name)
    {
        if (Body.Member(name) is { ValueKind: not JsonValueKind.String } value) return value;
        if (Text(name) is not { Length: > 0 } text) return null;
        using var parsed = HttpBodies.ParseJson(System.Text.Encoding.UTF8.GetBytes(text));
        return parsed?.RootElement.Clone();
    }

    /// <summary>A parameter that is a JSON array of words, or words with commas between; empty when missing.</summary>
    public IReadOnlyList<string> List(string name) => Json(name) is { ValueKind: JsonValueKind.Array } items
        ? [.. items.EnumerateArray().Select(item => item.ToString())]
        : Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A file of a multipart body; null: none.</summary>
    public UploadedMedia? Upload { get; init; }

    /// <returns>Null when the body is not JSON although it says so.</returns>
    public static async Task<GraphRequest?> ReadAsync(HttpContext http, byte[] body)
    {
        var query = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        JsonElement root;
        UploadedMedia? upload = null;
        if (HttpBodies.IsForm(http.Request) || HttpBodies.IsMultipart(http.Request))
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            (root, upload) = (FromForm(form), await UploadedMedia.ReadAsync(form, http.RequestAborted));
        }
        else
        {
            using var parsed = HttpBodies.ParseJson(body);
            if (parsed is null || parsed.RootElement.ValueKind != JsonValueKind.Object) return null;
            root = parsed.RootElement.Clone();
        }

        var bearer = http.Request.Headers.Authorization.ToString();
        var token = bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer[7..].Trim() : "";
        return At(http.Request.Method, http.Request.RouteValues["path"]?.ToString() ?? "", query, root, token) with { Upload = upload };
    }

    public static GraphRequest At(string method, string path, IReadOnlyDictionary<string, string> query, JsonElement body, string token)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var version = parts.Length > 0 && IsVersion(parts[0]) ? parts[0] : "";
        var rest = version.Length > 0 ? parts[1..] : parts;
        var request = new GraphRequest(method, version, rest.ElementAtOrDefault(0) ?? "", rest.ElementAtOrDefault(1) ?? "", query, body, token);
        return token.Length > 0 ? request : request with { Token = request.Text("access_token") };
    }

    public static bool IsVersion(string part) => part.Length > 1 && part[0] == 'v' && char.IsAsciiDigit(part[1]) && !part.Contains('/', StringComparison.Ordinal);

    private static JsonElement FromForm(IFormCollection form)
    {
        var members = new JsonObject();
        foreach (var (name, value) in form)
        {
            var text = value.ToString();
            members[name] = text.StartsWith('{') || text.StartsWith('[') ? Parsed(text) : text;
        }

        return JsonSerializer.SerializeToElement(members);
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);   // a text that merely begins like JSON
        }
    }
}
