using System.Text.Json.Serialization;

namespace Chatbot.LanguageModel;

/// <remarks>Source: the chat completions endpoint as llama.cpp, vLLM and Ollama serve it; read 2026-11-22.</remarks>
internal sealed record ChatRequest(string Model, IReadOnlyList<ChatTurn> Messages, double Temperature, int MaxTokens);

internal sealed record ChatTurn(string Role, string Content);

internal sealed record ChatReply(IReadOnlyList<ChatChoice>? Choices);

internal sealed record ChatChoice(ChatTurn? Message);

/// <summary>What is asked, as the model reads it: data, not orders.</summary>
internal sealed record AskedOfModel(string Question, IReadOnlyList<OfferedToModel> Procedures);

internal sealed record OfferedToModel(string Code, string Title);

/// <summary>What the model may say.</summary>
internal sealed record SaidByModel(string? Choice, string? Rewrite);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatReply))]
[JsonSerializable(typeof(AskedOfModel))]
[JsonSerializable(typeof(SaidByModel))]
internal sealed partial class LanguageModelJson : JsonSerializerContext;
