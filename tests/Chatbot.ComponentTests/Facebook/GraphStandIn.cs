using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.Facebook;

/// <summary>A Graph API of the test's own: answers what the test says and keeps every call.</summary>
internal sealed class GraphStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private GraphStandIn(WebApplication app) => this.app = app;

    public ConcurrentQueue<GraphCall> Calls { get; } = new();

    /// <summary>What is answered; by default every call succeeds.</summary>
    public Func<GraphCall, GraphAnswer> Answer { get; set; } = Success;

    public string Address => app.Urls.First();

    public IReadOnlyList<GraphCall> To(string path) => [.. Calls.Where(call => call.Path.EndsWith(path, StringComparison.Ordinal))];

    public static async Task<GraphStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var graph = new GraphStandIn(app);
        app.Run(graph.AnswerAsync);
        await app.StartAsync();
        return graph;
    }

    public static GraphAnswer Success(GraphCall call) => call.Path switch
    {
        var path when path.EndsWith("/messages", StringComparison.Ordinal) => new(200, """{"recipient_id":"7418529630741852","message_id":"m_sent"}"""),
        var path when path.EndsWith("/me", StringComparison.Ordinal) => new(200, """{"id":"102030405060708","name":"UBND xã Mẫu"}"""),
        var path when path.EndsWith("/debug_token", StringComparison.Ordinal) => new(200,
            """{"data":{"app_id":"555000111222333","type":"PAGE","is_valid":true,"expires_at":0,"scopes":["pages_messaging","pages_manage_metadata"]}}"""),
        var path when path.EndsWith("/subscribed_apps", StringComparison.Ordinal) && call.Method == "GET" =>
            new(200, """{"data":[{"id":555000111222333,"name":"bot"}]}"""),
        var path when path.EndsWith("/subscribed_apps", StringComparison.Ordinal) => new(200, """{"success":"true"}"""),
        _ => new(200, """{"result":"success"}"""),
    };

    public static GraphAnswer Refusal(int code, int subcode = 0, int status = 400) => new(status,
        $$$"""{"error":{"message":"(#{{{code}}}) no","type":"OAuthException","code":{{{code}}}{{{(subcode > 0 ? $",\"error_subcode\":{subcode}" : "")}}},"fbtrace_id":"A1"}}""");

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new GraphCall(context.Request.Method, context.Request.Path, context.Request.QueryString.Value ?? "",
            context.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync());
        Calls.Enqueue(call);
        var answer = Answer(call);
        await Task.Delay(answer.After, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        await context.Response.WriteAsync(answer.Body);
    }
}

internal sealed record GraphCall(string Method, string Path, string Query, string Authorization, string Body);

internal sealed record GraphAnswer(int Status, string Body)
{
    public TimeSpan After { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
