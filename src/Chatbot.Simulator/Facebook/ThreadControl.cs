using System.Text.Json.Nodes;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Webhooks;

namespace Chatbot.Simulator.Facebook;

/// <summary>Who owns a thread. Without a default application nobody does: every app hears and may answer.</summary>
internal sealed class ThreadControl(FacebookPlatform facebook, SimulatorClock clock)
{
    public string OwnerOf(FacebookConversation talk) => talk.OwnerAppId.Length > 0 && clock.GetUtcNow() <= talk.OwnerUntil ? talk.OwnerAppId : "";

    /// <summary>The service's app hears the thread as its own and may send.</summary>
    public bool IsOurs(FacebookPage page, FacebookConversation talk)
    {
        if (!page.HasRouting) return true;
        var owner = OwnerOf(talk);
        return (owner.Length > 0 ? owner : page.Settings.DefaultAppId) == facebook.Settings.AppId;
    }

    public Task<WebhookDelivery> PassAsync(FacebookConversation talk, string newOwner, string metadata, CancellationToken ct) =>
        ChangeAsync(talk, "pass_thread_control", newOwner, metadata, newOwner, ct);

    public Task<WebhookDelivery> TakeAsync(FacebookConversation talk, string newOwner, string metadata, CancellationToken ct) =>
        ChangeAsync(talk, "take_thread_control", newOwner, metadata, OwnerOrDefault(talk), ct);

    /// <summary>Another app asks for a thread; only its owner is told.</summary>
    public Task<WebhookDelivery> RequestAsync(FacebookConversation talk, string asking, string metadata, CancellationToken ct)
    {
        var page = facebook.Page(talk.AccountId);
        if (!IsOurs(page, talk)) return Task.FromResult(new WebhookDelivery("", DeliveryOutcome.NotSent, null));
        var value = new JsonObject { ["requested_owner_app_id"] = asking, ["metadata"] = metadata };
        return facebook.Webhook.SendAsync(page, "messaging", "messaging_handovers", facebook.Events.FromCitizen(talk, "request_thread_control", value), ct);
    }

    public void Extend(FacebookConversation talk, TimeSpan duration) => talk.OwnerUntil = clock.GetUtcNow() + duration;

    /// <param name="told">The app that the platform tells; only the service's own can be heard here.</param>
    private async Task<WebhookDelivery> ChangeAsync(
        FacebookConversation talk, string kind, string newOwner, string metadata, string told, CancellationToken ct)
    {
        var previous = OwnerOf(talk);
        (talk.OwnerAppId, talk.OwnerUntil) = (newOwner, clock.GetUtcNow() + FacebookConversation.ControlLifetime);
        if (told != facebook.Settings.AppId || previous == newOwner) return new WebhookDelivery("", DeliveryOutcome.NotSent, null);
        var value = new JsonObject
        {
            ["previous_owner_app_id"] = previous.Length > 0 ? previous : null,
            ["new_owner_app_id"] = newOwner,
            ["metadata"] = metadata,
        };
        var item = facebook.Events.FromCitizen(talk, kind, value);
        return await facebook.Webhook.SendAsync(facebook.Page(talk.AccountId), "messaging", "messaging_handovers", item, ct);
    }

    private string OwnerOrDefault(FacebookConversation talk)
    {
        var owner = OwnerOf(talk);
        return owner.Length > 0 ? owner : facebook.Page(talk.AccountId).Settings.DefaultAppId;
    }
}
