using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Control;

/// <summary>What the page and scripts want to know at a glance.</summary>
internal static class ControlState
{
    public static object Of(SimulatorApp app) => new
    {
        address = app.Address,
        now = app.Clock.GetUtcNow(),
        frozen = app.Clock.IsFrozen,
        limits = app.Options.LimitsEnabled,
        calls = app.Journal.Calls,
        webhooks = app.Journal.Webhooks,
        citizens = app.Citizens.All.Take(100).Select(Describe),
        zalo = new
        {
            target = app.Zalo.Settings.WebhookUrl,
            disabled = app.Zalo.Webhook.IsDisabled,
            dropped = app.Zalo.Webhook.Dropped,
            faults = app.Zalo.Faults.Describe(),
            accounts = app.Zalo.Accounts.Select(a => new { id = a.OaId, name = a.Name }),
            samples = Zalo.ZaloPlatform.SampleNames,
        },
        facebook = new
        {
            target = app.Facebook.Settings.WebhookUrl,
            disabled = app.Facebook.Pages.Any(p => !p.IsSubscribed),
            dropped = app.Facebook.Webhook.Dropped,
            faults = app.Facebook.Faults.Describe(),
            accounts = app.Facebook.Pages.Select(p => new { id = p.PageId, name = p.Name, p.Profile }),
            samples = Facebook.FacebookPlatform.SampleNames,
        },
        notices = app.Journal.Notices.TakeLast(20).Select(n => new { n.At, n.Platform, n.Detail }),
    };

    public static object Describe(Citizen citizen) => new { citizen.Key, citizen.Name, citizen.Standing, citizen.OnMobile, citizen.Reads };

    public static object Describe(Conversation talk) => new { talk.Platform, talk.AccountId, talk.CitizenId, citizen = talk.Citizen.Key, talk.Messages };
}
