using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Chatbot.Simulator.Facebook;

/// <summary>Rate limits of one Page and the usage headers that tell of them.</summary>
internal sealed class GraphLimits
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly RateWindow texts = new();
    private readonly RateWindow media = new();
    private readonly RateWindow volume = new();
    private readonly RateWindow calls = new();
    private readonly RateWindow profile = new();
    private readonly RateWindow conversations = new();
    private readonly RateWindow privateReplies = new();
    private long blockedUntilTicks;

    /// <summary>Counts one call and refuses it when the day's share is used up; calling while refused makes the refusal longer.</summary>
    public GraphReply? Call(DateTimeOffset now, int allowed)
    {
        var used = calls.Add(now, Day);
        if (used <= allowed && now.UtcTicks >= Interlocked.Read(ref blockedUntilTicks)) return null;
        Interlocked.Exchange(ref blockedUntilTicks, (now + TenMinutes).UtcTicks);
        return GraphErrors.UseCaseLimit;
    }

    public GraphReply? Send(DateTimeOffset now, FacebookSettings settings, FacebookConversation talk, bool isMedia)
    {
        var tooFast = isMedia ? media.Add(now, Second) > settings.MediaPerSecond : texts.Add(now, Second) > settings.TextsPerSecond;
        var tooMany = volume.Add(now, TenSeconds) > settings.HighVolumePerSecond * 10L;
        if (talk.Rate.Add(now, TenSeconds) > settings.PerThreadInTenSeconds) return GraphErrors.ThreadLimit;
        if (tooFast) return GraphErrors.RateLimited;
        return tooMany ? GraphErrors.Make(settings.HighVolumeError, null, "Sending is limited until the volume drops.", true) : null;
    }

    public GraphReply? Conversations(DateTimeOffset now, int allowed) => conversations.Add(now, Second) > allowed ? GraphErrors.UseCaseLimit : null;

    public GraphReply? PrivateReply(DateTimeOffset now, int allowed) => privateReplies.Add(now, Hour) > allowed ? GraphErrors.RateLimited : null;

    public GraphReply? Profile(DateTimeOffset now, int allowed) => profile.Add(now, TenMinutes) > allowed ? GraphErrors.RateLimited : null;

    public void WriteHeaders(HttpResponse response, string pageId, DateTimeOffset now, int allowed)
    {
        var percent = Math.Min(100, calls.Count(now, Day) * 100 / Math.Max(1, allowed));
        var regain = Math.Max(0, (long)Math.Ceiling(TimeSpan.FromTicks(Interlocked.Read(ref blockedUntilTicks) - now.UtcTicks).TotalMinutes));
        var usage = percent.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-App-Usage"] = $$"""{"call_count":{{usage}},"total_time":{{usage}},"total_cputime":{{usage}}}""";
        response.Headers["X-Business-Use-Case-Usage"] = string.Create(CultureInfo.InvariantCulture,
            $$"""{"{{pageId}}":[{"type":"messenger","call_count":{{usage}},"total_cputime":{{usage}},"total_time":{{usage}},"estimated_time_to_regain_access":{{regain}}}]}""");
    }
}
