using Chatbot.Simulator.Facebook;
using Chatbot.Simulator.Webhooks;
using Chatbot.Simulator.Zalo;

namespace Chatbot.Simulator.Control;

/// <summary>Turns an act's name into the call of the platform.</summary>
internal static class Acts
{
    /// <returns>Null when the platform knows no such act.</returns>
    public static Task<WebhookDelivery>? Do(ZaloPlatform zalo, CitizenAct act, CancellationToken ct) => act.Act switch
    {
        "text" => zalo.SaysAsync(act.Citizen, act.Text, ct, act.Account, act.MessageId),
        "tap" when act.Button is not null => zalo.TapsAsync(act.Citizen, act.Button, ct, act.Account),
        "image" => zalo.SendsImageAsync(act.Citizen, act.Url.Length > 0 ? act.Url : ZaloPlatform.SampleImage, act.Text, ct, act.Account),
        "sticker" => zalo.SendsStickerAsync(act.Citizen, ct, act.Account),
        "voice" => zalo.SendsVoiceAsync(act.Citizen, ct, act.Account),
        "file" => zalo.SendsFileAsync(act.Citizen, act.Text, ct, act.Account),
        "location" => zalo.SendsLocationAsync(act.Citizen, act.Latitude, act.Longitude, act.Text, ct, act.Account),
        "follow" => zalo.FollowsAsync(act.Citizen, ct, act.Account),
        "unfollow" => zalo.UnfollowsAsync(act.Citizen, ct, act.Account),
        "open" => zalo.OpensChatAsync(act.Citizen, ct, act.Account),
        "withdraw" => zalo.WithdrawsAsync(act.Citizen, ct, act.Account),
        "react" => zalo.ReactsAsync(act.Citizen, act.MessageId ?? "", act.Text, ct, act.Account),
        "submit-info" => zalo.SubmitsInfoAsync(act.Citizen, act.Text == "legacy", ct, act.Account),
        "visitor" => zalo.VisitorSaysAsync(act.Citizen, act.Text, ct, act.Account),
        "rate" => zalo.RatesTemplateAsync(act.MessageId ?? "", int.Parse(act.Text, System.Globalization.CultureInfo.InvariantCulture), "", ct),
        "official" => zalo.OfficialWritesAsync(act.Citizen, act.Text, ct, act.Account),
        _ => null,
    };

    /// <returns>Null when the platform knows no such act.</returns>
    public static Task<WebhookDelivery>? Do(FacebookPlatform facebook, CitizenAct act, CancellationToken ct) => act.Act switch
    {
        "text" => facebook.SaysAsync(act.Citizen, act.Text, ct, act.Account, act.MessageId),
        "tap" when act.Button is not null => facebook.TapsAsync(act.Citizen, act.Button, ct, act.Account),
        "quick-reply" when act.Button is not null => facebook.TapsQuickReplyAsync(act.Citizen, act.Button, ct, act.Account),
        "image" => facebook.SendsImageAsync(act.Citizen, act.Url, ct, act.Account),
        "sticker" => facebook.SendsStickerAsync(act.Citizen, ct, act.Account),
        "voice" => facebook.SendsVoiceAsync(act.Citizen, ct, act.Account),
        "file" => facebook.SendsFileAsync(act.Citizen, act.Text, ct, act.Account),
        "location" => facebook.SendsLocationAsync(act.Citizen, act.Latitude, act.Longitude, ct, act.Account),
        "open" => facebook.StartsAsync(act.Citizen, act.Text, ct, act.Account),
        "react" => facebook.ReactsAsync(act.Citizen, act.MessageId ?? "", act.Text, ct, act.Account),
        "edit" => facebook.EditsAsync(act.Citizen, act.MessageId ?? "", act.Text, ct, act.Account),
        "official" => facebook.OfficialWritesAsync(act.Citizen, act.Text, ct, act.Account),
        "official-takes" => facebook.InboxTakesThreadAsync(act.Citizen, ct, act.Account),
        "official-passes" => facebook.PassesThreadToServiceAsync(act.Citizen, ct, act.Account),
        "official-requests" => facebook.InboxRequestsThreadAsync(act.Citizen, ct, act.Account),
        "ad" => facebook.TapsAdAsync(act.Citizen, act.Text, ct, act.Account),
        "ice-breaker" => facebook.TapsIceBreakerAsync(act.Citizen, act.Text, ct, act.Account),
        "command" => facebook.CommandsAsync(act.Citizen, act.MessageId ?? act.Text, act.Text, ct, act.Account),
        "checkbox" => facebook.TicksCheckboxAsync(act.Citizen, act.Text, ct, act.Account),
        "notify-me" => facebook.AsksForNotificationsAsync(act.Citizen, act.Text, ct, act.Account),
        "policy" => facebook.EnforcePolicyAsync(act.Text, "Spam", ct, act.Account),
        _ => WallActs.Do(facebook, act, ct),
    };
}
