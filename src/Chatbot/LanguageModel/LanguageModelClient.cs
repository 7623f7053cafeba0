using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace Chatbot.LanguageModel;

/// <summary>The one endpoint of the model's server that we use. Answers longer than <see cref="LongestAnswer"/> bytes are failures.</summary>
public sealed class LanguageModelClient(HttpClient http, IOptions<LanguageModelOptions> options)
{
    /// <summary>An answer is one small JSON object.</summary>
    public const int LongestAnswer = 16_384;

    private const int MostTokens = 120;

    /// <returns>What the model said; null: nothing.</returns>
    /// <exception cref="HttpRequestException">Not reached, cut off, too long, or not a success.</exception>
    /// <exception cref="System.Text.Json.JsonException">Not the endpoint's JSON.</exception>
    internal async Task<string?> CompleteAsync(IReadOnlyList<ChatTurn> turns, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions")
        {
            Content = JsonContent.Create(new ChatRequest(options.Value.Model, turns, 0, MostTokens), LanguageModelJson.Default.ChatRequest),
        };
        if (options.Value.ApiKey.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        response.EnsureSuccessStatusCode();
        var reply = await response.Content.ReadFromJsonAsync(LanguageModelJson.Default.ChatReply, ct);
        return reply?.Choices is [{ Message.Content: var content }, ..] ? content : null;
    }
}
