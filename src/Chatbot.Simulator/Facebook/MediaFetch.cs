using System.Text.Json;
using Chatbot.Simulator.Wire;

namespace Chatbot.Simulator.Facebook;

/// <summary>Fetches what is sent by address, as the platform does before it accepts the message. Off by default: a machine without internet
/// reaches no picture.</summary>
internal sealed class MediaFetch(FacebookSettings settings) : IDisposable
{
    private static readonly HashSet<string> Types = ["image", "audio", "video", "file"];
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <returns>Null when there is nothing to fetch, or it fits.</returns>
    public async Task<GraphReply?> RefuseAsync(GraphRequest request, CancellationToken ct)
    {
        if (!settings.FetchMedia || request is not { Method: "POST", Edge: "messages" or "message_attachments" }) return null;
        if (request.Json("message")?.Member("attachment") is not { } attachment || !Types.Contains(attachment.Text("type"))) return null;
        var url = attachment.Member("payload") is { ValueKind: JsonValueKind.Object } payload ? payload.Text("url") : "";
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? await FetchAsync(attachment.Text("type"), uri, ct) : null;
    }

    public void Dispose() => http.Dispose();

    private async Task<GraphReply?> FetchAsync(string type, Uri url, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(type == "video" ? settings.VideoFetchTimeout : settings.FetchTimeout);
        try
        {
            using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode) return GraphErrors.MediaUnreachable;
            var length = response.Content.Headers.ContentLength ?? (await response.Content.ReadAsByteArrayAsync(limit.Token)).Length;
            return MediaRules.Refuse(type, response.Content.Headers.ContentType?.MediaType ?? "", length, byUrl: true);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return GraphErrors.MediaUnreachable;
        }
    }
}
