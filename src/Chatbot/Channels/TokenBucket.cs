namespace Chatbot.Channels;

/// <summary>One bucket of <see cref="SendRate"/>: a tenth of the permits may go at once, the rest flows in evenly,
/// so no stretch of the window, wherever it begins, ever holds more than the permits (from 2 permits up). Not thread-safe.</summary>
internal sealed class TokenBucket
{
    private const double BurstShare = 0.1;

    private readonly TimeProvider clock;
    private RateLimit limit;
    private double tokens;      // for everybody
    private double outreach;    // the part of them that outreach may use
    private long filledAt;
    private long heldUntil;

    public TokenBucket(RateLimit limit, TimeProvider clock)
    {
        (this.limit, this.clock) = (limit, clock);
        (tokens, outreach) = (Burst, OutreachBurst);
        filledAt = clock.GetTimestamp();
        heldUntil = filledAt;
    }

    private double Burst => Math.Max(1, limit.Permits * BurstShare);

    private double FlowPerSecond => (limit.Permits > Burst ? limit.Permits - Burst : limit.Permits) / limit.Window.TotalSeconds;

    private double OutreachShare => 1 - Math.Clamp(limit.ReservedForReplies, 0, 0.95);

    private double OutreachBurst => Math.Max(1, Burst * OutreachShare);

    /// <summary>Takes over a limit that changed with its day or its settings.</summary>
    public void Follow(RateLimit current)
    {
        if (current == limit) return;
        limit = current;
        (tokens, outreach) = (Math.Min(tokens, Burst), Math.Min(outreach, OutreachBurst));
    }

    /// <returns>Zero when one message may go now.</returns>
    public TimeSpan WaitFor(SendPriority priority)
    {
        if (limit.Permits <= 0) return TimeSpan.Zero;
        Fill();
        var held = clock.GetElapsedTime(clock.GetTimestamp(), heldUntil);
        var missing = Math.Max(held.TotalSeconds, Missing(priority) / FlowPerSecond);
        return missing <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(missing) + TimeSpan.FromTicks(1);
    }

    public void Take(SendPriority priority)
    {
        if (limit.Permits <= 0) return;
        tokens--;
        if (priority == SendPriority.Outreach) outreach--;
    }

    /// <summary>The platform said that it is too much: nothing leaves for a while, and no burst follows.</summary>
    public void Hold(TimeSpan pause)
    {
        var until = clock.GetTimestamp() + (long)(pause.TotalSeconds * clock.TimestampFrequency);
        heldUntil = Math.Max(heldUntil, until);
        (tokens, outreach) = (Math.Min(tokens, 1), Math.Min(outreach, 0));
    }

    private double Missing(SendPriority priority)
    {
        if (priority == SendPriority.Reply) return 1 - tokens;
        var reserve = Burst - OutreachBurst;
        return Math.Max(1 + reserve - tokens, (1 - outreach) / OutreachShare);   // its own part flows in more slowly
    }

    private void Fill()
    {
        var now = clock.GetTimestamp();
        var inflow = clock.GetElapsedTime(filledAt, now).TotalSeconds * FlowPerSecond;
        filledAt = now;
        tokens = Math.Min(Burst, tokens + inflow);
        outreach = Math.Min(OutreachBurst, outreach + inflow * OutreachShare);
    }
}
