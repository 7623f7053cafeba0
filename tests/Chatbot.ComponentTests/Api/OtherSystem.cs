using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chatbot.ComponentTests.Api;

/// <summary>Another system that calls the interface.</summary>
internal sealed class OtherSystem(Uri address, string? key) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    public HttpStatusCode Status { get; private set; }

    public bool IsReplayed { get; private set; }

    /// <summary>Media type of the last answer.</summary>
    public string? Kind { get; private set; }

    public string Text { get; private set; } = "";

    public JsonNode Json => JsonNode.Parse(Text)!;

    public Task<HttpStatusCode> GetAsync(string path) => CallAsync("GET", path, body: null, requestKey: null);

    /// <param name="body">Serialised as it is; a string is sent as its letters.</param>
    /// <param name="requestKey">Null: one of its own.</param>
    public Task<HttpStatusCode> PostAsync(string path, object body, string? requestKey = null) => CallAsync("POST", path, body, requestKey ?? Guid.NewGuid().ToString());

    public async Task<HttpStatusCode> CallAsync(string method, string path, object? body, string? requestKey)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (requestKey is not null) request.Headers.Add("Idempotency-Key", requestKey);
        if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        (Status, Kind, Text, IsReplayed) = (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(), answer.Headers.Contains("Idempotent-Replayed"));
        return Status;
    }

    public void Dispose() => http.Dispose();
}
