using System.Collections.Concurrent;
using Chatbot.Simulator.Citizens;

namespace Chatbot.Simulator.Zalo;

/// <summary>One OA.</summary>
public sealed class ZaloAccount(ZaloAccountSettings settings)
{
    private readonly ConcurrentDictionary<string, ZaloConversation> byUserId = new(StringComparer.Ordinal);

    public string OaId => settings.OaId;

    public string Name => settings.Name;

    /// <summary>Deleted or disabled by the platform: -204 on every call.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Violated a policy: -248 on every message.</summary>
    public bool IsRestricted { get; set; }

    internal ZaloAccountSettings Settings => settings;

    internal RateWindow Rate { get; } = new();

    public IReadOnlyList<ZaloConversation> Conversations => [.. byUserId.Values];

    internal ZaloConversation? Find(string userId) => byUserId.GetValueOrDefault(userId);

    internal ZaloConversation GetOrAdd(string userId, Func<ZaloConversation> create)
    {
        if (byUserId.TryGetValue(userId, out var known)) return known;
        return byUserId.GetOrAdd(userId, _ => create());
    }
}
