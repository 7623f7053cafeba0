using System.Collections.Concurrent;
using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Zalo;

/// <summary>One OA.</summary>
public sealed class ZaloAccount
{
    private readonly ConcurrentDictionary<string, ZaloConversation> byUserId = new(StringComparer.Ordinal);

    internal ZaloAccount(ZaloAccountSettings settings, ZaloSettings platform, Clock.SimulatorClock clock)
    {
        Settings = settings;
        Articles = new ZaloArticles(platform, clock);
        Broadcasts = new BroadcastQuota(platform, settings, clock);
    }

    public string OaId => Settings.OaId;

    public string Name => Settings.Name;

    /// <summary>Deleted or disabled by the platform: -204 on every call.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Violated a policy: -248 on every message.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>What the OA has written for broadcasts.</summary>
    public ZaloArticles Articles { get; }

    internal BroadcastQuota Broadcasts { get; }

    internal ZaloAccountSettings Settings { get; }

    internal RateWindow Rate { get; } = new();

    public IReadOnlyList<ZaloConversation> Conversations => [.. byUserId.Values];

    internal ZaloConversation? Find(string userId) => byUserId.GetValueOrDefault(userId);

    internal ZaloConversation GetOrAdd(string userId, Func<ZaloConversation> create)
    {
        if (byUserId.TryGetValue(userId, out var known)) return known;
        return byUserId.GetOrAdd(userId, _ => create());
    }
}
