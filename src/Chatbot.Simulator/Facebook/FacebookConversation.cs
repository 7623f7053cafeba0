using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Facebook;

/// <summary>A person and a Page.</summary>
public sealed class FacebookConversation(string pageId, Citizen citizen, string psid, string appScopedId, int capacity)
    : Conversation(Platform.Facebook, pageId, citizen, psid, capacity)
{
    /// <summary>Control of a thread ends this long after the person's last message.</summary>
    internal static readonly TimeSpan ControlLifetime = TimeSpan.FromHours(24);

    /// <summary>The id in data-deletion callbacks; another one than the PSID.</summary>
    public string AppScopedId { get; } = appScopedId;

    /// <summary>When the person last wrote or tapped; null: never.</summary>
    public DateTimeOffset? LastMessageAt { get; internal set; }

    /// <summary>Null: never open.</summary>
    public DateTimeOffset? WindowClosesAt { get; internal set; }

    /// <summary>The app that owns the thread; empty: idle.</summary>
    public string OwnerAppId { get; internal set; } = "";

    internal DateTimeOffset OwnerUntil { get; set; }

    internal RateWindow Rate { get; } = new();

    /// <summary>The menu set for this person alone; null: the Page's.</summary>
    public System.Text.Json.Nodes.JsonArray? UserMenu { get; internal set; }

    internal RateWindow MenuCalls { get; } = new();

    /// <summary>Set by a tap on an advertisement: how long the next message opens the window for. Null: as long as any.</summary>
    internal TimeSpan? NextWindow { get; set; }

    internal Dictionary<string, int> Edits { get; } = new(StringComparer.Ordinal);

    /// <summary>Leaves the thread idle: the default application answers.</summary>
    internal void Release() => OwnerAppId = "";

    internal void Open(DateTimeOffset now, TimeSpan window, bool isMessage)
    {
        lock (Gate)
        {
            if (isMessage) LastMessageAt = now;
            if (WindowClosesAt is not { } until || until < now + window) WindowClosesAt = now + window;
            if (OwnerAppId.Length > 0 && OwnerUntil >= now && OwnerUntil < now + ControlLifetime) OwnerUntil = now + ControlLifetime;   // ended control stays ended
        }
    }
}
