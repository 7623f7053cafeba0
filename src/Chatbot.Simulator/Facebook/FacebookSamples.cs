using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>One body of every event kind that Messenger and Pages are known to send, from <c>FacebookSamples.json</c>.</summary>
internal static class FacebookSamples
{
    private static readonly JsonObject All = Read();

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(sample => sample.Key)];

    /// <exception cref="ArgumentException">No sample has this name.</exception>
    public static JsonObject Make(string name, FacebookSettings settings, FacebookConversation talk, TimeProvider clock, SeededRandom random)
    {
        var sample = All[name] ?? throw new ArgumentException($"No Facebook event {name}.", nameof(name));
        var now = clock.GetUtcNow();
        var milliseconds = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var text = sample.ToJsonString()
            .Replace("\"$appnum\"", settings.AppId, StringComparison.Ordinal)
            .Replace("$app", settings.AppId, StringComparison.Ordinal)
            .Replace("$page", talk.AccountId, StringComparison.Ordinal)
            .Replace("$psid", talk.CitizenId, StringComparison.Ordinal)
            .Replace("$phone", talk.Citizen.Phone, StringComparison.Ordinal)
            .Replace("$mid", Ids.FacebookMessage(), StringComparison.Ordinal)
            .Replace("$c", random.Next(1_000_000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("$nowtext", milliseconds, StringComparison.Ordinal)
            .Replace("\"$now\"", milliseconds, StringComparison.Ordinal)
            .Replace("\"$seconds\"", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return JsonNode.Parse(text)!.AsObject();
    }

    private static JsonObject Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Chatbot.Simulator.Facebook.FacebookSamples.json")!;
        return JsonSerializer.Deserialize<JsonObject>(stream)!;
    }
}
