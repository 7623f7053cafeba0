using System.Diagnostics;
using System.Net.Http.Headers;

namespace Chatbot.Simulator.Webhooks;

/// <summary>What came back from one POST.</summary>
/// <param name="Status">Null: no answer within the deadline, or no connection.</param>
/// <param name="Failure">Null when an answer came; else <c>timeout</c> or <c>connection</c>.</param>
public sealed record PostResult(int? Status, string? Failure, TimeSpan Took)
{
    public bool IsOk => Status == 200;
}

/// <summary>Posts webhook bodies over pooled connections, a bounded number at a time.</summary>
public sealed class WebhookPoster : IDisposable
{
    private readonly HttpClient http;
    private readonly SemaphoreSlim slots;

    public WebhookPoster(int concurrency)
    {
        slots = new SemaphoreSlim(concurrency);
        http = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = concurrency,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<PostResult> PostAsync(
        Uri target, byte[] body, IReadOnlyCollection<KeyValuePair<string, string>> headers, TimeSpan deadline, CancellationToken ct)
    {
        await slots.WaitAsync(ct);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(deadline);
            return await SendAsync(target, body, headers, started, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PostResult(null, "timeout", Stopwatch.GetElapsedTime(started));
        }
        catch (HttpRequestException)
        {
            return new PostResult(null, "connection", Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>Reads a page as the platforms do when they check a callback or a domain; null when it cannot be read.</summary>
    public async Task<(int Status, string Body)?> GetAsync(Uri target, TimeSpan deadline, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(deadline);
        try
        {
            using var response = await http.GetAsync(target, limit.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;   // the caller reports that the callback cannot be reached
        }
    }

    public void Dispose()
    {
        http.Dispose();
        slots.Dispose();
    }

    private async Task<PostResult> SendAsync(
        Uri target, byte[] body, IReadOnlyCollection<KeyValuePair<string, string>> headers, long started, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        return new PostResult((int)response.StatusCode, null, Stopwatch.GetElapsedTime(started));
    }
}
