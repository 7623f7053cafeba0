using System.Globalization;
using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>How much of the platform's allowance is used up, as the answer's headers tell.</summary>
/// <param name="Percent">The highest of all values; 0 when the platform told nothing.</param>
/// <param name="Regain">Until calls are accepted again; zero when not told.</param>
/// <remarks>Source: Graph API, Rate Limits, read 21 November 2026.</remarks>
public readonly record struct FacebookUsage(int Percent, TimeSpan Regain)
{
    private static readonly string[] Percents = ["call_count", "total_time", "total_cputime"];

    public static FacebookUsage Read(HttpResponseMessage answer) => Of(answer, "X-App-Usage").Max(Of(answer, "X-Business-Use-Case-Usage"));

    private FacebookUsage Max(FacebookUsage other) => new(Math.Max(Percent, other.Percent), Regain > other.Regain ? Regain : other.Regain);

    private static FacebookUsage Of(HttpResponseMessage answer, string header)
    {
        if (!answer.Headers.TryGetValues(header, out var values)) return default;
        try
        {
            using var json = JsonDocument.Parse(string.Concat(values));
            return Of(json.RootElement);
        }
        catch (JsonException)   // a header that nobody can read tells nothing; the platform's refusals still do
        {
            return default;
        }
    }

    private static FacebookUsage Of(JsonElement usage)
    {
        if (usage.ValueKind == JsonValueKind.Array) return usage.EnumerateArray().Aggregate(default(FacebookUsage), (most, one) => most.Max(Of(one)));
        if (usage.ValueKind != JsonValueKind.Object) return default;
        var most = new FacebookUsage(
            Percents.Max(name => Whole(usage.Text(name))),
            TimeSpan.FromMinutes(Whole(usage.Text("estimated_time_to_regain_access"))));
        foreach (var member in usage.EnumerateObject())
            if (member.Value.ValueKind == JsonValueKind.Array) most = most.Max(Of(member.Value));
        return most;
    }

    private static int Whole(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 100_000 ? (int)value : 0;
}
