using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Chatbot.Simulator;

namespace Chatbot.ComponentTests.Simulator;

/// <summary>A simulator on a standing clock, a receiver for its webhooks, and a client for its platforms.</summary>
public abstract class SimulatorTest : IAsyncLifetime
{
    protected static readonly CancellationToken Ct = CancellationToken.None;

    protected SimulatorApp Platforms { get; private set; } = null!;

    protected WebhookReceiver Service { get; private set; } = null!;

    protected HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(5) };

    protected virtual void Configure(SimulatorOptions options)
    {
    }

    public virtual async Task InitializeAsync()
    {
        Service = await WebhookReceiver.StartAsync();
        var options = new SimulatorOptions { FrozenAt = new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero) };
        options.Zalo.Echoes = options.Zalo.Receipts = options.Facebook.Echoes = options.Facebook.Receipts = false;
        options.Zalo.WebhookUrl = options.Facebook.WebhookUrl = Service.Address;
        Configure(options);
        Platforms = await SimulatorApp.StartAsync(options, Ct);
    }

    public async Task DisposeAsync()
    {
        await Platforms.DisposeAsync();
        await Service.DisposeAsync();
        Http.Dispose();
    }

    protected async Task<JsonNode> SendZaloAsync(string citizen, object message, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Platforms.ZaloApiBaseAddress, "v3.0/oa/message/cs"))
        {
            Content = JsonContent.Create(new { recipient = new { user_id = Platforms.Zalo.Conversation(citizen).CitizenId }, message }),
        };
        request.Headers.Add("access_token", token ?? Platforms.Zalo.CurrentTokens().AccessToken);
        using var response = await Http.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    protected async Task<(int Status, JsonNode Body)> GraphAsync(HttpMethod method, string path, object? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Platforms.GraphBaseAddress, "v25.0/" + path));
        if (body is not null) request.Content = JsonContent.Create(body);
        request.Headers.Authorization = new("Bearer", token ?? Platforms.Facebook.Settings.Pages[0].AccessToken);
        using var response = await Http.SendAsync(request);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    protected Task<(int Status, JsonNode Body)> SendFacebookAsync(string citizen, object message, string type = "RESPONSE", string? tag = null) =>
        GraphAsync(HttpMethod.Post, "me/messages", new { recipient = new { id = Platforms.Facebook.Conversation(citizen).CitizenId }, messaging_type = type, tag, message });

    /// <summary>Calls the OA API, or with <paramref name="host"/> another of Zalo's hosts.</summary>
    protected async Task<JsonNode> ZaloAsync(HttpMethod method, string path, object? body = null, Uri? host = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(host ?? Platforms.ZaloApiBaseAddress, path));
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        request.Headers.Add("access_token", token ?? Platforms.Zalo.CurrentTokens().AccessToken);
        using var response = await Http.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
