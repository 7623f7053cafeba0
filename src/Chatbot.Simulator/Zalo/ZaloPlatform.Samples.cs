using System.Text.Json.Nodes;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Zalo;

/// <summary>Events that no button of the simulator produces: one of every known kind, and whatever a test makes up.</summary>
public sealed partial class ZaloPlatform
{
    /// <summary>Names of the samples; those of template messages begin with <c>zbs:</c>.</summary>
    public static IReadOnlyList<string> SampleNames => ZaloSamples.Names;

    /// <exception cref="ArgumentException">No sample has this name.</exception>
    public Task<WebhookDelivery> EmitSampleAsync(string name, string citizen, CancellationToken ct, string? oaId = null) =>
        Webhook.SendAsync(ZaloSamples.Make(name, Settings, Conversation(citizen, oaId), core.Clock), ZaloSamples.IsTemplateEvent(name), ct);

    /// <summary>Signs and sends a body of the test's own.</summary>
    public Task<WebhookDelivery> EmitAsync(JsonObject body, CancellationToken ct) => Webhook.SendAsync(body, false, ct);
}
