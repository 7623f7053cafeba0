using Microsoft.Extensions.Options;

namespace Chatbot.Channels;

/// <summary>Keeps every account, and every app that accounts share, under its platform's rates. One message takes from all its limits or from none.</summary>
/// <remarks>Counts this process only: where several processes send for one app, give each its part of the permits in the settings.</remarks>
public sealed class SendRate(TimeProvider clock, IOptions<ChannelOptions> options)
{
    private readonly Dictionary<string, TokenBucket> buckets = [];
    private readonly Lock gate = new();

    /// <summary>Takes a permit, waiting for it no longer than <see cref="ChannelOptions.RatePatience"/>.</summary>
    /// <returns>Zero: taken. More: nothing was taken, and this long it would have to wait.</returns>
    public async ValueTask<TimeSpan> TakeAsync(SendPriority priority, RateLimit first, RateLimit? second, CancellationToken ct)
    {
        var patience = options.Value.RatePatience;
        while (true)
        {
            var wait = TryTake(priority, first, second);
            if (wait == TimeSpan.Zero || wait > patience) return wait;
            patience -= wait;
            await Task.Delay(wait, clock, ct);
        }
    }

    /// <returns>Zero: one permit was taken from each limit. More: none was taken.</returns>
    public TimeSpan TryTake(SendPriority priority, RateLimit first, RateLimit? second)
    {
        lock (gate)
        {
            var (one, other) = (Bucket(first), second is { } limit ? Bucket(limit) : null);
            var (wait, otherWait) = (one.WaitFor(priority), other?.WaitFor(priority) ?? TimeSpan.Zero);
            if (otherWait > wait) wait = otherWait;
            if (wait > TimeSpan.Zero) return wait;
            one.Take(priority);
            other?.Take(priority);
            return TimeSpan.Zero;
        }
    }

    /// <summary>The platform answered "too many": everybody under this limit pauses.</summary>
    public void Hold(RateLimit limit, TimeSpan pause)
    {
        lock (gate) Bucket(limit).Hold(pause);
    }

    private TokenBucket Bucket(RateLimit limit)
    {
        if (!buckets.TryGetValue(limit.Name, out var bucket)) buckets[limit.Name] = bucket = new TokenBucket(limit, clock);
        bucket.Follow(limit);
        return bucket;
    }
}
