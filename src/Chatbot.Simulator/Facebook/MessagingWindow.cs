namespace Chatbot.Simulator.Facebook;

/// <summary>Which kinds of messages may be sent to a person now.</summary>
internal static class MessagingWindow
{
    public static readonly TimeSpan Standard = TimeSpan.FromHours(24);
    public static readonly TimeSpan Extended = TimeSpan.FromDays(7);
    private static readonly HashSet<string> Retired = ["CONFIRMED_EVENT_UPDATE", "ACCOUNT_UPDATE", "POST_PURCHASE_UPDATE"];

    /// <param name="type"><c>messaging_type</c>; empty counts as a response.</param>
    /// <param name="isFeedback">The message is a customer-feedback template.</param>
    /// <returns>Null when it may be sent.</returns>
    public static GraphReply? Refuse(
        string type, string tag, bool isFeedback, bool isUtility, FacebookConversation talk, FacebookSettings settings, DateTimeOffset now)
    {
        if (type is not ("" or "RESPONSE" or "UPDATE" or "MESSAGE_TAG" or "UTILITY")) return GraphErrors.Bad("Param messaging_type must be one of RESPONSE, UPDATE, MESSAGE_TAG, UTILITY");
        if (type == "UTILITY") return isUtility ? null : GraphErrors.Bad("Invalid template type");
        if (Retired.Contains(tag)) return GraphErrors.RetiredTag;
        if (type == "MESSAGE_TAG") return RefuseTagged(tag, isFeedback, talk, settings, now);
        return talk.WindowClosesAt is { } until && now <= until ? null : GraphErrors.OutsideWindow;
    }

    private static GraphReply? RefuseTagged(string tag, bool isFeedback, FacebookConversation talk, FacebookSettings settings, DateTimeOffset now)
    {
        if (tag is not ("HUMAN_AGENT" or "CUSTOMER_FEEDBACK")) return GraphErrors.UnknownTag;
        if (tag == "HUMAN_AGENT" && !settings.HasHumanAgent) return GraphErrors.Bad("Your app does not have access to the Human Agent feature");
        if (tag == "CUSTOMER_FEEDBACK" && !isFeedback) return GraphErrors.Bad("CUSTOMER_FEEDBACK needs the customer_feedback template");
        return talk.LastMessageAt is { } last && now - last <= Extended ? null : GraphErrors.OutsideWindow;
    }
}
