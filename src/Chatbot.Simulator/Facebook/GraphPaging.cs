using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary>Lists by cursor, as the Graph API pages them: <c>limit</c>, <c>after</c>, and a <c>paging</c> member.</summary>
internal static class GraphPaging
{
    private const int DefaultLimit = 25;
    private const int LargestLimit = 100;

    public static GraphReply Page(IReadOnlyList<JsonObject> all, GraphRequest request) => GraphReply.Ok(Listing(all, request.Text("limit"), request.Text("after")));

    /// <param name="after">A cursor given out before; empty: from the beginning.</param>
    public static JsonObject Listing(IReadOnlyList<JsonObject> all, string limit, string after)
    {
        var size = int.TryParse(limit, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, LargestLimit) : DefaultLimit;
        var first = Position(after);
        var shown = all.Skip(first).Take(size).Select(JsonNode? (item) => item).ToArray();
        var answer = new JsonObject { ["data"] = new JsonArray(shown) };
        if (shown.Length == 0) return answer;
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = Cursor(first), ["after"] = Cursor(first + shown.Length) } };
        if (first + shown.Length < all.Count) paging["next"] = "?after=" + Cursor(first + shown.Length);
        answer["paging"] = paging;
        return answer;
    }

    private static string Cursor(int position) => Convert.ToBase64String(Encoding.ASCII.GetBytes(position.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    private static int Position(string cursor)
    {
        Span<byte> bytes = stackalloc byte[16];
        var padded = cursor.PadRight((cursor.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var count) && int.TryParse(bytes[..count], CultureInfo.InvariantCulture, out var position) ? position : 0;
    }
}
