using System.Globalization;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Zalo;

/// <summary>Who may be sent a consultation message now, and from which quota it is taken.</summary>
internal sealed class ZaloWindow(ZaloSettings settings, TimeProvider clock)
{
    public static readonly TimeSpan Free = TimeSpan.FromHours(48);
    public static readonly TimeSpan Paid = TimeSpan.FromDays(7);
    private const int FreeReplies = 8;
    private const int Price = 55;
    private readonly Lock purse = new();

    /// <summary>Exactly one of the two is set.</summary>
    public (JsonObject? Quota, ZaloReply? Refusal) Take(ZaloConversation talk, ZaloAccount account)
    {
        if (Refuse(talk.Citizen.Standing) is { } refusal) return (null, refusal);
        lock (talk.Gate)
        {
            if (talk.LastInteractionAt is not { } last) return Welcome(talk);
            var age = clock.GetUtcNow() - last;
            if (age > Paid) return (null, ZaloErrors.OutsideWindow);
            return age <= Free && TakeFree(talk, last) is { } quota ? (quota, null) : TakePaid(account);
        }
    }

    /// <summary>Why a person gets no message of any kind; null: they do.</summary>
    public static ZaloReply? Refuse(Standing standing) => standing switch
    {
        Standing.Blocked => ZaloErrors.Blocked,
        Standing.Restricted => ZaloErrors.Restricted,
        Standing.Gone => ZaloErrors.UserGone,
        _ => null,
    };

    private static (JsonObject?, ZaloReply?) Welcome(ZaloConversation talk)
    {
        if (!talk.MayBeWelcomed) return (null, ZaloErrors.NeverInteracted);
        talk.MayBeWelcomed = false;
        return (Quota("welcome_msg", 0, 1, talk.AccountId), null);
    }

    private JsonObject? TakeFree(ZaloConversation talk, DateTimeOffset last)
    {
        if (!settings.EightFreeReplies) return new JsonObject { ["quota_type"] = "reply", ["owner_type"] = "OA", ["owner_id"] = talk.AccountId };
        if (talk.RepliesInWindow == FreeReplies) return null;
        var quota = Quota("reply", FreeReplies - ++talk.RepliesInWindow, FreeReplies, talk.AccountId);
        quota["expired_date"] = (last + Free).ToString("O", CultureInfo.InvariantCulture);
        return quota;
    }

    private (JsonObject?, ZaloReply?) TakePaid(ZaloAccount account)
    {
        lock (purse)
        {
            if (account.Settings.PackageMessages > 0)
                return (Quota("sub_quota", --account.Settings.PackageMessages, 500, account.OaId), null);
            if (!settings.BillingLinked) return (null, ZaloErrors.BillingNotLinked);
            if (settings.Balance < Price) return (null, ZaloErrors.BillingEmpty);
            settings.Balance -= Price;
            return (Quota("purchase_quota", settings.Balance / Price, settings.Balance / Price, account.OaId), null);
        }
    }

    private static JsonObject Quota(string type, long remain, long total, string ownerId) => new()
    {
        ["quota_type"] = type,
        ["remain"] = remain.ToString(CultureInfo.InvariantCulture),
        ["total"] = total.ToString(CultureInfo.InvariantCulture),
        ["owner_type"] = "OA",
        ["owner_id"] = ownerId,
    };
}
