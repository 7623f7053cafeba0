using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Console.Live;

/// <summary>A part of a page that moves: rendered again when there is news of its topics, and sent when it looks different. Nothing is kept between two looks, so that
/// any process can serve it; after a lost connection the browser asks again and gets the whole fragment.</summary>
public sealed class LiveFragment(News news, Sessions sessions, IServiceScopeFactory scopes, ILoggerFactory loggers, IHostApplicationLifetime lifetime)
{
    // News may be lost; a revoked session ends the stream after this at the latest.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    /// <param name="eventName">As <c>sse-swap</c> names it.</param>
    /// <param name="read">The fragment's parameters now; services are of this look alone.</param>
    public ServerSentEventsResult<string> Of<TComponent>(
        HttpContext http, string eventName, IReadOnlyCollection<string> topics, Func<IServiceProvider, CancellationToken, Task<Dictionary<string, object?>>> read)
        where TComponent : IComponent
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";   // proxies hand it on at once
        var visitor = (Visitor)http.Items[typeof(Visitor)]!;
        return TypedResults.ServerSentEvents(WatchAsync<TComponent>(visitor, eventName, topics, read, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> WatchAsync<TComponent>(
        Visitor visitor, string eventName, IReadOnlyCollection<string> topics, Func<IServiceProvider, CancellationToken, Task<Dictionary<string, object?>>> read,
        [EnumeratorCancellation] CancellationToken ct)
        where TComponent : IComponent
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        using var subscription = news.Listen(topics);
        var shown = "";
        while (!ending.IsCancellationRequested && await sessions.CheckAsync(visitor.SessionId, ct) is not null)
        {
            var html = await RenderAsync<TComponent>(read, ct);
            // The empty beat tells proxies and the browser that somebody is there.
            yield return html == shown ? new SseItem<string>("", "beat") : new SseItem<string>(html, eventName);
            shown = html;
            await subscription.WaitAsync(LookEvery, ending.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<string> RenderAsync<TComponent>(Func<IServiceProvider, CancellationToken, Task<Dictionary<string, object?>>> read, CancellationToken ct)
        where TComponent : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        var parameters = await read(scope.ServiceProvider, ct);
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
