using System.Globalization;
using System.Resources;
using Chatbot.Campaigns;
using Chatbot.Campaigns.Audience;
using Chatbot.Campaigns.Sending;
using Chatbot.Campaigns.Writing;
using Chatbot.Web.Console.Layout;

namespace Chatbot.Web.Console.Campaigns;

/// <summary>Our own values as people read them.</summary>
internal static class CampaignWords
{
    private static readonly ResourceManager Resources = new(typeof(CampaignPageTexts));

    public static string Of(CampaignStatus status) => Resources.Text($"State{status}");

    public static string Of(DeliveryStatus status) => Resources.Text($"Row{status}");

    public static string Of(StopReason reason) => Resources.Text($"Stop{reason}");

    public static string Of(Purpose purpose) => Resources.Text($"Purpose{purpose}");

    public static string Of(FacebookMethod method) => Resources.Text($"Facebook{method}");

    public static string Of(ZaloMethod method) => Resources.Text($"Zalo{method}");

    public static string Of(CampaignFault fault) => Resources.Text($"Fault{fault}");

    /// <returns>The reason itself where there are no words for it.</returns>
    public static string Why(string? reason) => reason is null ? "" : Resources.GetString($"Why{reason}", CultureInfo.InvariantCulture) ?? reason;

    public static string Why(LeftOutReason? reason) => reason is null ? CampaignPageTexts.WillReceive : Why(reason.ToString());

    public static string Badge(CampaignStatus status) => status switch
    {
        CampaignStatus.Running or CampaignStatus.Finished => "badge bg-green-lt",
        CampaignStatus.Submitted or CampaignStatus.Approved or CampaignStatus.Scheduled or CampaignStatus.Repeating => "badge bg-blue-lt",
        CampaignStatus.Returned or CampaignStatus.Paused or CampaignStatus.Cancelled => "badge bg-orange-lt",
        _ => "badge",
    };

    /// <returns>Null: nothing to say.</returns>
    public static string? Done(string what) => what switch
    {
        "" => null,
        "drafted" => CampaignPageTexts.DoneDrafted,
        "submitted" => CampaignPageTexts.DoneSubmitted,
        "approved" => CampaignPageTexts.DoneApproved,
        "looked" => CampaignPageTexts.DoneFirstLook,
        "returned" => CampaignPageTexts.DoneReturned,
        "scheduled" => CampaignPageTexts.DoneScheduled,
        "paused" => CampaignPageTexts.DonePaused,
        "resumed" => CampaignPageTexts.DoneResumed,
        "cancelled" => CampaignPageTexts.DoneCancelled,
        "settled" => CampaignPageTexts.SettledDone,
        _ => CampaignPageTexts.DoneSaved,
    };

    public static string Of(CampaignAct act) => act.Outcome switch
    {
        CampaignOutcome.Unsound when act.Campaign is { Status: CampaignStatus.Submitted } => CampaignPageTexts.UnsoundToApprove(Faults(act)),
        CampaignOutcome.Unsound => CampaignPageTexts.Unsound(Faults(act)),
        CampaignOutcome.OwnWork => CampaignPageTexts.OwnWork,
        CampaignOutcome.SamePerson => CampaignPageTexts.OutcomeSamePerson,
        CampaignOutcome.ChangedMeanwhile => CampaignPageTexts.OutcomeChanged,
        _ => CampaignPageTexts.OutcomeWrongState,
    };

    private static string Faults(CampaignAct act) => string.Join("; ", act.Faults.Select(Of)) + ".";
}
