using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chatbot.ComponentTests.LanguageModel;

/// <summary>An OpenAI-compatible server that answers as the test tells it, and badly when told so.</summary>
internal sealed class ModelStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private ModelStandIn(WebApplication app) => this.app = app;

    public string Address => app.Urls.First() + "/v1";

    /// <summary>Bodies as they came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What becomes of a request.</summary>
    public Func<HttpContext, AskedQuestion, Task> Answer { get; set; } = (context, _) => SaysAsync(context, """{"choice":null}""");

    public static async Task<ModelStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var model = new ModelStandIn(app);
        app.Run(model.AnswerAsync);
        await app.StartAsync();
        return model;
    }

    /// <summary>The model says this.</summary>
    public static Task SaysAsync(HttpContext context, string content) =>
        SendsAsync(context, 200, new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content } }) }.ToJsonString());

    public static Task SendsAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Asked.Enqueue(body);
        using var request = JsonDocument.Parse(body);
        using var asked = JsonDocument.Parse(request.RootElement.GetProperty("messages")[1].GetProperty("content").GetString()!);
        var codes = asked.RootElement.GetProperty("procedures").EnumerateArray().Select(p => p.GetProperty("code").GetString()!).ToList();
        await Answer(context, new(context.Request.Path, asked.RootElement.GetProperty("question").GetString()!, codes));
    }
}

internal sealed record AskedQuestion(string Path, string Text, IReadOnlyList<string> Codes);
