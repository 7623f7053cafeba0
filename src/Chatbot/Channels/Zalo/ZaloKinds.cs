using System.Collections.Frozen;
using System.Text;

namespace Chatbot.Channels.Zalo;

/// <summary>What an event kind is about: who is who in its body, what makes it unique, and whether anybody acts on it.</summary>
internal enum ZaloFamily
{
    /// <summary>A citizen's message, logged in or anonymous.</summary>
    Message,

    /// <summary>A message of the OA that came back.</summary>
    Echo,

    Followed,
    Unfollowed,
    ChatOpened,
    Received,
    Seen,
    Reaction,
    Withdrawn,

    /// <summary>About a group: stored, never answered.</summary>
    Group,

    /// <summary>From the citizen, stored only.</summary>
    CitizenRecord,

    /// <summary>From the OA or about it, stored only.</summary>
    AccountRecord,

    /// <summary>Not in the manual's list, which grows without notice.</summary>
    Unknown,
}

/// <summary>All event kinds of the webhook manual with their families.</summary>
internal static class ZaloKinds
{
    private static readonly FrozenDictionary<string, ZaloFamily> Families = Build();

    private static readonly FrozenDictionary<string, (string Name, ZaloFamily Family)>.AlternateLookup<ReadOnlySpan<char>> Names =
        Families.ToFrozenDictionary(f => f.Key, f => (f.Key, f.Value)).GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> All => Families.Keys;

    public static ZaloFamily FamilyOf(string kind) => Families.GetValueOrDefault(kind, ZaloFamily.Unknown);

    public static (string Name, ZaloFamily Family) Find(ReadOnlySpan<byte> kind)
    {
        Span<char> letters = stackalloc char[64];
        if (kind.Length <= letters.Length && Names.TryGetValue(letters[..Encoding.UTF8.GetChars(kind, letters)], out var known)) return known;
        return (kind.IsEmpty ? "unknown" : StoredText.Clean(Encoding.UTF8.GetString(kind[..Math.Min(kind.Length, 100)])), ZaloFamily.Unknown);
    }

    private static FrozenDictionary<string, ZaloFamily> Build()
    {
        (ZaloFamily Family, string[] Kinds)[] families =
        [
            (ZaloFamily.Message, ["user_send_text", "user_send_image", "user_send_gif", "user_send_link", "user_send_audio", "user_send_video",
                "user_send_sticker", "user_send_location", "user_send_business_card", "user_send_file",
                "anonymous_send_text", "anonymous_send_image", "anonymous_send_file", "anonymous_send_sticker"]),
            (ZaloFamily.Echo, ["oa_send_text", "oa_send_image", "oa_send_gif", "oa_send_list", "oa_send_file", "oa_send_sticker", "oa_send_template",
                "oa_send_anonymous_text", "oa_send_anonymous_image", "oa_send_anonymous_file", "oa_send_anonymous_sticker"]),
            (ZaloFamily.Followed, ["follow"]),
            (ZaloFamily.Unfollowed, ["unfollow"]),
            (ZaloFamily.ChatOpened, ["user_click_chatnow"]),
            (ZaloFamily.Received, ["user_received_message"]),
            (ZaloFamily.Seen, ["user_seen_message"]),
            (ZaloFamily.Reaction, ["user_reacted_message"]),
            (ZaloFamily.Withdrawn, ["user_withdraw"]),
            (ZaloFamily.CitizenRecord, ["user_submit_info"]),
            (ZaloFamily.AccountRecord, ["oa_reacted_message", "add_user_to_tag", "remove_user_from_tag", "remove_tag", "update_user_info",
                "extension_purchased", "widget_interaction_accepted", "widget_failed_to_sync_user_external_id",
                "oa_send_consent", "user_reply_consent", "user_call_oa", "oa_call_user",
                "user_feedback", "user_click_response_button", "change_template_status", "change_template_quality", "change_oa_daily_quota",
                "change_template_quota", "change_oa_template_tags", "event_journey_time_out", "event_journey_acknowledged", "shop_has_order"]),
            (ZaloFamily.Group, ["create_group", "user_join_group", "user_request_join_group", "react_request_join_group",
                "accept_request_join_group", "react_request_join_group_accept", "reject_request_join_group", "react_request_join_group_reject",
                "add_group_admin", "remove_group_admin", "update_group_info", "user_out_group", "user_leave_group", "delete_group",
                .. GroupMessages("user_send_group_"), .. GroupMessages("oa_send_group_")]),
        ];
        return families.SelectMany(f => f.Kinds.Select(kind => (kind, f.Family))).ToFrozenDictionary(f => f.kind, f => f.Family);
    }

    private static IEnumerable<string> GroupMessages(string start) =>
        "text image link audio location video business_card sticker gif file".Split(' ').Select(what => start + what);
}
