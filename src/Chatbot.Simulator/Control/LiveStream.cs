using System.Text.Json;
using Chatbot.Simulator.Citizens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chatbot.Simulator.Control;

/// <summary>Server-sent events: every message added to or changed in one conversation.</summary>
internal sealed class LiveStream(LiveFeed feed)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live", WatchAsync);

    private async Task WatchAsync(HttpContext http, PlatformName platform, string citizen, string? account)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var channel = feed.Watch();
        try
        {
            await http.Response.WriteAsync(": open\n\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            while (true)
            {
                if (!await WaitAsync(channel.Reader, http.RequestAborted)) await http.Response.WriteAsync(": still here\n\n", http.RequestAborted);
                while (channel.Reader.TryRead(out var change))
                    if (IsWanted(change.Conversation, platform, citizen, account)) await WriteAsync(http, change.Message);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // the page was closed
        }
        finally
        {
            feed.Leave(channel);
        }
    }

    private static async Task<bool> WaitAsync(System.Threading.Channels.ChannelReader<LiveChange> reader, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Heartbeat);
        try
        {
            return await reader.WaitToReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static bool IsWanted(Conversation talk, Platform platform, string citizen, string? account) =>
        talk.Platform == platform && talk.Citizen.Key == citizen && (account is null || talk.AccountId == account);

    private static Task WriteAsync(HttpContext http, ChatMessage message) =>
        http.Response.WriteAsync($"event: message\ndata: {JsonSerializer.Serialize(message, ControlApi.Json)}\n\n", http.RequestAborted);
}
