using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Chatbot.Messaging;
using Chatbot.Officials;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chatbot.Web.Console.Live;

/// <summary>Reads a fragment's parameters now, for the visitor as the database knows them now.</summary>
public delegate Task<Dictionary<string, object?>> ReadFragment(IServiceProvider services, Visitor visitor, CancellationToken ct);

/// <summary>A part of a page that moves: rendered again when there is news of its topics, and sent when it looks different. Nothing is kept between two looks, so that
/// any process can serve it; after a lost connection the browser asks again and gets the whole fragment.</summary>
public sealed class LiveFragment(News news, Sessions sessions, IServiceScopeFactory scopes, ILoggerFactory loggers, IHostApplicationLifetime lifetime)
{
    // News may be lost; who was signed out or lost the right sees nothing new after this at the latest.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    /// <param name="any">The rights that the endpoint asks for too; <see cref="Right.None"/>: everybody who has signed in.</param>
    /// <param name="eventName">As <c>sse-swap</c> names it.</param>
    public ServerSentEventsResult<string> Of<TComponent>(HttpContext http, Right any, string eventName, IReadOnlyCollection<string> topics, ReadFragment read)
        where TComponent : IComponent
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";   // proxies hand it on at once
        var session = ((Visitor)http.Items[typeof(Visitor)]!).SessionId;
        return TypedResults.ServerSentEvents(WatchAsync<TComponent>(session, any, eventName, topics, read, http.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> WatchAsync<TComponent>(
        Guid session, Right any, string eventName, IReadOnlyCollection<string> topics, ReadFragment read, [EnumeratorCancellation] CancellationToken ct)
        where TComponent : IComponent
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        using var subscription = news.Listen(topics);
        var shown = "";
        while (!ending.IsCancellationRequested && await sessions.CheckAsync(session, ct) is { } visitor && (any == Right.None || visitor.May(any)))
        {
            var html = await RenderAsync<TComponent>(read, visitor, ct);
            // The empty beat tells proxies and the browser that somebody is there.
            yield return html == shown ? new SseItem<string>("", "beat") : new SseItem<string>(html, eventName);
            shown = html;
            await subscription.WaitAsync(LookEvery, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string> RenderAsync<TComponent>(ReadFragment read, Visitor visitor, CancellationToken ct)
        where TComponent : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        var parameters = ParameterView.FromDictionary(await read(scope.ServiceProvider, visitor, ct));
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(parameters)).ToHtmlString());
    }
}
