using System.Collections.Concurrent;

namespace Chatbot.Channels.Facebook;

/// <summary>Slows down as the platform's usage headers rise: outreach first, then everything, for calls made while throttled prolong it.</summary>
public sealed class FacebookPace(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Brake> brakes = new();

    /// <returns>Zero: may be sent now.</returns>
    public TimeSpan WaitFor(Guid accountId, SendPriority priority)
    {
        if (!brakes.TryGetValue(accountId, out var brake) || (priority == SendPriority.Reply && !brake.IsForReplies)) return TimeSpan.Zero;
        var wait = brake.Until - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public void Learn(Guid accountId, FacebookUsage usage, FacebookLimits limits)
    {
        if (usage.Percent < limits.SlowAtUsage)
        {
            if (!brakes.IsEmpty) brakes.TryRemove(accountId, out _);
            return;
        }
        var pause = usage.Regain > TimeSpan.Zero ? usage.Regain : Pause;
        brakes[accountId] = new(clock.GetUtcNow() + pause, usage.Percent >= limits.StopAtUsage);
    }

    private readonly record struct Brake(DateTimeOffset Until, bool IsForReplies);
}
