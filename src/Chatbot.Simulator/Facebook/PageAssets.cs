using System.Collections.Concurrent;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Media that a Page keeps for sending again. An id is this Page's only and dies after ninety days.</summary>
internal sealed class PageAssets(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);
    private readonly ConcurrentDictionary<string, Asset> assets = new(StringComparer.Ordinal);

    /// <param name="Type"><c>image</c>, <c>audio</c>, <c>video</c> or <c>file</c>.</param>
    public sealed record Asset(string Id, string Type, string Url, DateTimeOffset At);

    public Asset Store(string type, string url)
    {
        var asset = new Asset(Ids.Digits(15, "asset", Ids.Opaque(12)), type, url, clock.GetUtcNow());
        return assets[asset.Id] = asset;
    }

    /// <returns>Null when unknown here or expired.</returns>
    public Asset? Find(string id) => assets.TryGetValue(id, out var asset) && clock.GetUtcNow() - asset.At <= Lifetime ? asset : null;
}
