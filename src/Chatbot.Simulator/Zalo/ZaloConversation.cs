using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Zalo;

/// <summary>A citizen and an OA.</summary>
public sealed class ZaloConversation(string oaId, Citizen citizen, string userId, string userIdByApp, int capacity)
    : Conversation(Platform.Zalo, oaId, citizen, userId, capacity)
{
    private readonly SortedSet<string> tags = new(StringComparer.Ordinal);

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

    /// <summary>The name the OA gave this person; empty: none.</summary>
    public string Alias { get; internal set; } = "";

    /// <summary>Labels the OA put on this person, in order.</summary>
    public IReadOnlyList<string> Tags
    {
        get
        {
            lock (Gate) return [.. tags];
        }
    }

    /// <summary>What the person shared, as user details show it; empty: nothing.</summary>
    internal System.Text.Json.Nodes.JsonObject SharedInfo { get; set; } = [];

    internal List<string> Unseen { get; } = [];

    internal bool AddTag(string name)
    {
        lock (Gate) return tags.Add(name);
    }

    internal bool RemoveTag(string name)
    {
        lock (Gate) return tags.Remove(name);
    }

    internal void Interact(DateTimeOffset now)
    {
        lock (Gate)
        {
            LastInteractionAt = now;
            RepliesInWindow = 0;
        }
    }
}
