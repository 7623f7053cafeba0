using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Zalo;

/// <summary>A citizen and an OA.</summary>
public sealed class ZaloConversation(string oaId, Citizen citizen, string userId, string userIdByApp, int capacity)
    : Conversation(Platform.Zalo, oaId, citizen, userId, capacity)
{
    public string UserIdByApp { get; } = userIdByApp;

    public bool Follows { get; internal set; }

    /// <summary>Null: never.</summary>
    public DateTimeOffset? LastInteractionAt { get; internal set; }

    /// <summary>Free replies given since the last interaction.</summary>
    internal int RepliesInWindow { get; set; }

    /// <summary>The platform sends <c>user_click_chatnow</c> once per citizen and OA.</summary>
    internal bool ClickedChatNow { get; set; }

    /// <summary>May be greeted once after <c>user_click_chatnow</c>.</summary>
    internal bool MayBeWelcomed { get; set; }

    /// <summary>Anonymous web visitor: the open conversation's id. Null: a person with an account.</summary>
    public string? AnonymousConversationId { get; internal set; }

    internal List<string> Unseen { get; } = [];

    internal void Interact(DateTimeOffset now)
    {
        lock (Gate)
        {
            LastInteractionAt = now;
            RepliesInWindow = 0;
        }
    }
}
