using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Chatbot.Simulator.Facebook;

/// <summary>What is wrong with a Page's token.</summary>
public enum PageTokenState
{
    Valid,
    /// <summary>190/463.</summary>
    Expired,
    /// <summary>190/460: the password was changed.</summary>
    Revoked,
    /// <summary>190/458: the person removed the app.</summary>
    AppRemoved,
}

/// <summary>One Page.</summary>
public sealed class FacebookPage
{
    private readonly ConcurrentDictionary<string, FacebookConversation> byPsid = new(StringComparer.Ordinal);

    internal FacebookPage(FacebookPageSettings settings, TimeProvider clock)
    {
        Assets = new PageAssets(clock);
        Settings = settings;
        IsSubscribed = settings.Subscribed;
    }

    public string PageId => Settings.PageId;

    public string Name => Settings.Name;

    /// <summary>The app is subscribed to this Page; the platform ends this after an hour of failures.</summary>
    public bool IsSubscribed { get; internal set; }

    /// <summary>Page-level field selection; empty: every field.</summary>
    public IReadOnlySet<string> SubscribedFields { get; internal set; } = new HashSet<string>();

    public PageTokenState TokenState { get; set; }

    /// <summary>Temporarily restricted from sending: 10/1893063.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>What the service set as Messenger profile.</summary>
    public JsonObject Profile { get; } = [];

    internal FacebookPageSettings Settings { get; }

    internal DateTimeOffset? FailingSince { get; set; }

    internal GraphLimits Limits { get; } = new();

    /// <summary>Names and faces to send under.</summary>
    public PagePersonas Personas { get; } = new();

    /// <summary>Posts and their comments.</summary>
    public PageWall Wall { get; } = new();

    internal PageAssets Assets { get; }

    /// <summary>References of persons who ticked the checkbox plugin, and tokens of those who asked for notifications.</summary>
    internal ConcurrentDictionary<string, FacebookConversation> Aliases { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<FacebookConversation> Conversations => [.. byPsid.Values];

    /// <summary>People the Page can message.</summary>
    internal int EngagedUsers => byPsid.Count;

    internal bool HasRouting => Settings.DefaultAppId.Length > 0;

    internal FacebookConversation? Find(string psid) => byPsid.GetValueOrDefault(psid);

    internal FacebookConversation GetOrAdd(string psid, Func<FacebookConversation> create)
    {
        if (byPsid.TryGetValue(psid, out var known)) return known;
        return byPsid.GetOrAdd(psid, _ => create());
    }
}
