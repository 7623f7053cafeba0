using System.Text;
using System.Text.Json;

namespace Chatbot.Channels.Facebook;

/// <summary>Names under which events are stored: the member of the event that says what happened, <c>echo</c> for our account's own messages,
/// and <c>standby.</c> before those that another app must answer.</summary>
internal static class FacebookKinds
{
    public const string Message = "message";
    public const string Echo = "echo";
    public const string Postback = "postback";
    public const string Referral = "referral";
    public const string Delivery = "delivery";
    public const string Read = "read";
    public const string Reaction = "reaction";
    public const string Edit = "message_edit";
    public const string Optin = "optin";
    public const string Linking = "account_linking";
    public const string PassThread = "pass_thread_control";
    public const string TakeThread = "take_thread_control";
    public const string RequestThread = "request_thread_control";
    public const string Policy = "policy_enforcement";
    public const string CustomerFeedback = "messaging_feedback";
    public const string ResponseFeedback = "response_feedback";
    public const string Feed = "feed";

    /// <summary>What the Page itself did on its wall: never to be answered.</summary>
    public const string OwnFeed = "feed.own";

    public const string Unknown = "unknown";
    public const string Standby = "standby.";

    private static readonly (byte[] Utf8, string Kind)[] Members =
    [
        .. new[]
        {
            Message, Postback, Delivery, Read, Reaction, Edit, Referral, Optin, PassThread, TakeThread, RequestThread, "app_roles",
            Policy, Linking, CustomerFeedback, ResponseFeedback,
        }.Select(kind => (Encoding.UTF8.GetBytes(kind), kind)),
        ("policy-enforcement"u8.ToArray(), Policy),   // spelled so in old data
    ];

    /// <returns>Null: not a member that says what happened, as far as is known.</returns>
    public static string? Of(in Utf8JsonReader name)
    {
        foreach (var (utf8, kind) in Members)
            if (name.ValueTextEquals(utf8)) return kind;
        return null;
    }

    /// <summary>Kinds that change what we do; the rest is kept as a record.</summary>
    public static bool IsActedOn(string kind) => kind is
        Message or Echo or Postback or Referral or Delivery or Read or Edit or PassThread or TakeThread or Policy or ResponseFeedback
        || (kind.StartsWith(Standby, StringComparison.Ordinal) && kind[Standby.Length..] is Message or Echo or Postback or Delivery or Read);
}
