using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Chatbot.Simulator.Clock;
using Chatbot.Simulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Facebook;

/// <summary>The content servers: addresses that need no token and end, as the platform's signed ones do.</summary>
public sealed class FacebookMedia
{
    private const int Kept = 256;
    private readonly ConcurrentDictionary<string, Item> items = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();
    private readonly FacebookSettings settings;
    private readonly SimulatorClock clock;

    internal FacebookMedia(FacebookSettings settings, SimulatorClock clock) => (this.settings, this.clock) = (settings, clock);

    /// <summary>Where this stand-in listens.</summary>
    internal Uri Address { get; set; } = new("http://127.0.0.1");

    /// <summary>An address for an example picture, sound, film or file.</summary>
    /// <param name="type"><c>image</c>, <c>audio</c>, <c>video</c> or <c>file</c>.</param>
    internal string Sample(string type, string name = "") =>
        settings.ServeMedia ? SampleOf(type, name) : "https://scontent.xx.fbcdn.net/v/t1.0/" + Uri.EscapeDataString(name.Length > 0 ? name : type);

    /// <summary>Keeps bytes and gives them an address that works until <see cref="FacebookSettings.MediaLifetime"/> is over.</summary>
    internal string Keep(string name, string contentType, byte[] bytes)
    {
        var id = Ids.Opaque(15);
        var until = clock.GetUtcNow() + settings.MediaLifetime;
        items[id] = new Item(contentType, bytes, until);
        order.Enqueue(id);
        if (items.Count > Kept && order.TryDequeue(out var oldest)) items.TryRemove(oldest, out _);
        var path = $"fb-media/{id}/{Uri.EscapeDataString(name)}?oe={until.ToUnixTimeSeconds().ToString("X", CultureInfo.InvariantCulture)}";
        return new Uri(Address, path).AbsoluteUri;
    }

    internal void Map(IEndpointRouteBuilder routes) => routes.MapGet("/fb-media/{id}/{name?}", (string id) =>
        !items.TryGetValue(id, out var item) ? Results.NotFound()
        : clock.GetUtcNow() > item.Until ? Results.Text("URL signature expired", statusCode: StatusCodes.Status403Forbidden)
        : Results.Bytes(item.Bytes, item.ContentType));

    private string SampleOf(string type, string name) => type switch
    {
        "image" => Keep(name.Length > 0 ? name : "anh.png", "image/png", SamplePicture.Png),
        "audio" => Keep(name.Length > 0 ? name : "giong-noi.mp4", "audio/mp4", Encoding.ASCII.GetBytes("....ftypM4A ")),
        "video" => Keep(name.Length > 0 ? name : "phim.mp4", "video/mp4", Encoding.ASCII.GetBytes("....ftypmp42")),
        _ => Keep(name.Length > 0 ? name : "tep.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n")),
    };

    private sealed record Item(string ContentType, byte[] Bytes, DateTimeOffset Until);
}
