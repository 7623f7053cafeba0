using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>What one POST brought.</summary>
public sealed record Received(string Body, byte[] Bytes, IReadOnlyDictionary<string, string> Headers);

/// <summary>A small server that plays the service: keeps what it gets and answers as told.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebhookReceiver(WebApplication app) => this.app = app;

    /// <summary>The status of every answer from now on.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The body of every answer to a POST.</summary>
    public string Answer { get; set; } = "";

    /// <summary>What to do with each body before answering; null: nothing.</summary>
    public Func<Received, Task>? OnReceived { get; set; }

    /// <summary>Echoes Facebook's challenge in quotation marks, which must not be accepted.</summary>
    public bool QuotesChallenge { get; set; }

    /// <summary>Pages that a GET finds, by path; null: 404. Other paths echo Facebook's challenge.</summary>
    public ConcurrentDictionary<string, string?> Pages { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<Received> All { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build());
        receiver.app.Run(receiver.HandleAsync);
        await receiver.app.StartAsync();
        receiver.Address = new Uri(receiver.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return receiver;
    }

    public async Task<IReadOnlyList<Received>> WaitForAsync(int count)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (All.Count < count && TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(10)) await Task.Delay(10);
        Assert.True(All.Count >= count, $"{All.Count} of {count} webhooks came.");
        return [.. All];
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (http.Request.Method == "GET")
        {
            if (Pages.TryGetValue(http.Request.Path, out var page))
            {
                if (page is null) http.Response.StatusCode = StatusCodes.Status404NotFound;
                http.Response.ContentType = http.Request.Path.Value!.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "text/html";
                await http.Response.WriteAsync(page ?? "");
                return;
            }

            var challenge = http.Request.Query["hub.challenge"].ToString();
            await http.Response.WriteAsync(QuotesChallenge ? $"\"{challenge}\"" : challenge);
            return;
        }

        using var copy = new MemoryStream();
        await http.Request.Body.CopyToAsync(copy);
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var received = new Received(System.Text.Encoding.UTF8.GetString(copy.ToArray()), copy.ToArray(), headers);
        All.Enqueue(received);
        http.Response.StatusCode = Status;
        if (OnReceived is { } act) await act(received);
        if (Answer.Length > 0) await http.Response.WriteAsync(Answer);
    }
}
