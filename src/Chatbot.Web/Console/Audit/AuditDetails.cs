using System.Text.Json;

namespace Chatbot.Web.Console.Audit;

/// <summary>An entry's details as a line: <c>rights: Editor → Editor, Approver; is_away: False</c>.</summary>
public static class AuditDetails
{
    /// <returns>What stands there, when it is no JSON object.</returns>
    public static string Words(string details)
    {
        if (details.Length == 0) return "";
        try
        {
            using var json = JsonDocument.Parse(details);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? string.Join("; ", json.RootElement.EnumerateObject().Select(property => $"{property.Name}: {Value(property.Value)}")) : details;
        }
        catch (JsonException)   // somebody altered it: the verifier says so, the page goes on
        {
            return details;
        }
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(" → ", value.EnumerateArray().Select(Value)),
        JsonValueKind.Null => "–",
        _ => value.ToString(),
    };
}
