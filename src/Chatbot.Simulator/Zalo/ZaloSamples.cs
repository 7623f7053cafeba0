using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>One body of every event kind that Zalo is known to send, from <c>ZaloSamples.json</c>, with ids and times of the moment.</summary>
internal static class ZaloSamples
{
    private static readonly JsonObject All = Read();

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(sample => sample.Key)];

    /// <summary>Events of template messages say so in a header.</summary>
    public static bool IsTemplateEvent(string name) => name.StartsWith("zbs:", StringComparison.Ordinal);

    /// <exception cref="ArgumentException">No sample has this name.</exception>
    public static JsonObject Make(string name, ZaloSettings settings, ZaloConversation talk, TimeProvider clock)
    {
        var sample = All[name] ?? throw new ArgumentException($"No Zalo event {name}.", nameof(name));
        var text = sample.ToJsonString()
            .Replace("$app", settings.AppId, StringComparison.Ordinal)
            .Replace("$oa", talk.AccountId, StringComparison.Ordinal)
            .Replace("$byapp", talk.UserIdByApp, StringComparison.Ordinal)
            .Replace("$user", talk.CitizenId, StringComparison.Ordinal)
            .Replace("$phone", talk.Citizen.Phone, StringComparison.Ordinal)
            .Replace("$msg", Ids.ZaloMessage(), StringComparison.Ordinal)
            .Replace("$now", clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return JsonNode.Parse(text)!.AsObject();
    }

    private static JsonObject Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Chatbot.Simulator.Zalo.ZaloSamples.json")!;
        return JsonSerializer.Deserialize<JsonObject>(stream)!;
    }
}
