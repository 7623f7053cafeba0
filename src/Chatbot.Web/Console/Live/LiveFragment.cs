using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Console.Live;

/// <summary>Reads a fragment's parameters now, for the visitor as the database knows them now.</summary>
/// <returns>Null: it is not for this visitor (any more), and the stream ends.</returns>
public delegate Task<Dictionary<string, object?>?> ReadFragment(IServiceProvider services, Visitor visitor, CancellationToken ct);

/// <summary>One part of a page that moves.</summary>
/// <param name="EventName">As <c>sse-swap</c> names it.</param>
/// <param name="Component">Rendered with what <paramref name="Read"/> gives. Its forms belong to one outside of it, which carries the token.</param>
public sealed record LivePart(string EventName, Type Component, ReadFragment Read)
{
    /// <summary>Pages with the same answer look the same here, whoever has them open, and are rendered once for all; null: this part is somebody's own.</summary>
    public Func<Visitor, string>? SameFor { get; init; }
}

/// <summary>Parts of a page that move: rendered again when what they are about has changed, and sent when they look different. Nothing is kept between two looks, so that
/// any process can serve it; after a lost connection the browser asks again and gets the whole fragment.</summary>
public sealed class LiveFragment(
    LiveChanges live, Sessions sessions, SharedLooks looks, IServiceScopeFactory scopes, ILoggerFactory loggers, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    // News may be lost.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    // Who was signed out or lost the right sees nothing new after this.
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);

    // Changes seldom come alone; those of one moment are one look.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(120);

    /// <param name="any">The rights that the endpoint asks for too; <see cref="Right.None"/>: everybody who has signed in.</param>
    /// <param name="eventName">As <c>sse-swap</c> names it.</param>
    public ServerSentEventsResult<string> Of<TComponent>(HttpContext http, Right any, string eventName, IEnumerable<LiveChange> about, ReadFragment read)
        where TComponent : IComponent => Of(http, any, about, new LivePart(eventName, typeof(TComponent), read));

    /// <param name="any">The rights that the endpoint asks for too; <see cref="Right.None"/>: everybody who has signed in.</param>
    /// <param name="parts">All of them look again at every change.</param>
    public ServerSentEventsResult<string> Of(HttpContext http, Right any, IEnumerable<LiveChange> about, params IReadOnlyList<LivePart> parts)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";   // proxies hand it on at once
        var session = ((Visitor)http.Items[typeof(Visitor)]!).SessionId;
        return TypedResults.ServerSentEvents(WatchAsync(session, any, [.. about], parts, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> WatchAsync(
        Guid session, Right any, IReadOnlyList<LiveChange> about, IReadOnlyList<LivePart> parts, [EnumeratorCancellation] CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        using var subscription = live.Listen(about);
        var (shown, checkedAt, known) = (new string[parts.Count], 0L, (Visitor?)null);
        while (!ending.IsCancellationRequested)
        {
            if (known is null || clock.GetElapsedTime(checkedAt) >= CheckEvery) (known, checkedAt) = (await sessions.CheckAsync(session, ct), clock.GetTimestamp());
            if (known is not { } visitor || !(any == Right.None || visitor.May(any))) yield break;
            for (var i = 0; i < parts.Count; i++)
            {
                if (await RenderAsync(parts[i], visitor, ct) is not { } html) yield break;
                if (html != shown[i]) yield return new SseItem<string>(shown[i] = html, parts[i].EventName);
            }
            yield return new SseItem<string>("", "beat");   // tells proxies and the browser that somebody is there
            await WaitAsync(subscription, ending.Token);
        }
    }

    private static async Task WaitAsync(LiveSubscription subscription, CancellationToken ct)
    {
        try
        {
            if (await subscription.WaitAsync(LookEvery, ct)) await Task.Delay(Gather, ct);
        }
        catch (OperationCanceledException)
        {
            // The page is gone, or the service stops.
        }
    }

    private Task<string?> RenderAsync(LivePart part, Visitor visitor, CancellationToken ct) => part.SameFor is { } same
        ? looks.JoinAsync($"{part.EventName}:{same(visitor)}", token => RenderNowAsync(part, visitor, token), ct)
        : RenderNowAsync(part, visitor, ct);

    private async Task<string?> RenderNowAsync(LivePart part, Visitor visitor, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await part.Read(scope.ServiceProvider, visitor, ct) is not { } read) return null;
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync(part.Component, ParameterView.FromDictionary(read))).ToHtmlString());
    }
}
