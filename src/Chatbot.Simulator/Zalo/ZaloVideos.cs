using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Zalo;

/// <summary>Uploaded films: converted little by little, then known by an id.</summary>
internal sealed class ZaloVideos(ZaloSettings settings, SimulatorClock clock)
{
    public const int Limit = 50 << 20;
    private const int Ready = 1;
    private const int Converting = 3;
    private readonly ConcurrentDictionary<string, (string Id, DateTimeOffset At)> uploads = new(StringComparer.Ordinal);

    /// <returns>Null when the type or the size is refused.</returns>
    public string? Prepare(string name, long length)
    {
        if (length is 0 or > Limit || Path.GetExtension(name).ToUpperInvariant() is not (".MP4" or ".AVI")) return null;
        var token = Ids.Opaque(18);
        uploads[token] = (Ids.ZaloMessage(), clock.GetUtcNow());
        return token;
    }

    public ZaloReply Verify(string token)
    {
        if (!uploads.TryGetValue(token, out var upload)) return ZaloReply.Invalid("token");
        var percent = Percent(upload.At);
        var data = new JsonObject { ["status"] = percent == 100 ? Ready : Converting, ["convert_percent"] = percent };
        if (percent == 100) data["video_id"] = upload.Id;
        return ZaloReply.Success(data);
    }

    public bool Knows(string id) => uploads.Values.Any(u => u.Id == id && Percent(u.At) == 100);

    private int Percent(DateTimeOffset at)
    {
        if (settings.VideoConversion <= TimeSpan.Zero) return 100;
        return (int)Math.Min(100, (clock.GetUtcNow() - at) / settings.VideoConversion * 100);
    }
}
