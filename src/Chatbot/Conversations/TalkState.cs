using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>What a talk remembers between two messages, as small JSON in the conversation's row: codes, numbers, button payloads, and the last question encrypted.</summary>
public sealed record TalkState
{
    public static readonly TalkState New = new();

    /// <summary>Procedure talked about last; null: none.</summary>
    [JsonPropertyName("p")]
    public string? Procedure { get; init; }

    [JsonPropertyName("a")]
    public Aspect Aspect { get; init; }

    /// <summary>Payloads of the choices shown last, so that a typed "2" presses the second.</summary>
    [JsonPropertyName("o")]
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Codes that were close behind the last answer, offered when the citizen says it was the wrong one.</summary>
    [JsonPropertyName("n")]
    public IReadOnlyList<string> NextBest { get; init; } = [];

    [JsonPropertyName("w")]
    public Awaited Awaited { get; init; }

    /// <summary>When the bot itself asked something last, Unix seconds; 0: its last message asked nothing.</summary>
    [JsonPropertyName("d")]
    public long AskedAt { get; init; }

    /// <summary>The citizen's last question, encrypted, so that "Gặp cán bộ" hands on what it was about; null: none.</summary>
    [JsonPropertyName("q")]
    public string? Question { get; init; }

    /// <summary>When <see cref="Question"/> was written, Unix seconds.</summary>
    [JsonPropertyName("s")]
    public long QuestionAt { get; init; }

    /// <summary>The last question found no answer: asking for a person now is because of that.</summary>
    [JsonPropertyName("f")]
    public bool LastFailed { get; init; }

    /// <summary>When the topic was last touched, Unix seconds.</summary>
    [JsonPropertyName("t")]
    public long TouchedAt { get; init; }

    /// <summary>An unreadable state (written by another version) is a new talk.</summary>
    public static TalkState Read(string json)
    {
        if (json.Length == 0) return New;
        try
        {
            return JsonSerializer.Deserialize(json, TalkStateJson.Default.TalkState) ?? New;
        }
        catch (JsonException)
        {
            return New;
        }
    }

    /// <summary>A new message has come: what the bot had asked for is spent, and a question of another day is forgotten.</summary>
    public TalkState Spent(DateTimeOffset now, TimeSpan lifetime)
    {
        var isOld = now.ToUnixTimeSeconds() - QuestionAt > lifetime.TotalSeconds;
        return this with { Awaited = Awaited.Nothing, AskedAt = 0, Question = isOld ? null : Question, QuestionAt = isOld ? 0 : QuestionAt };
    }

    /// <summary>What the bot still waits for; its question is void after <paramref name="patience"/>.</summary>
    public Awaited AwaitedAt(DateTimeOffset now, TimeSpan patience) =>
        now.ToUnixTimeSeconds() - AskedAt <= patience.TotalSeconds ? Awaited : Awaited.Nothing;

    public string Write() => JsonSerializer.Serialize(this, TalkStateJson.Default.TalkState);

    /// <returns>Null when there is no topic or it is older than <paramref name="lifetime"/>.</returns>
    public string? TopicAt(DateTimeOffset now, TimeSpan lifetime) =>
        now.ToUnixTimeSeconds() - TouchedAt <= lifetime.TotalSeconds ? Procedure : null;
}

/// <summary>What the bot asked for and expects next.</summary>
public enum Awaited { Nothing, DeletionConfirmed, Matter }

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TalkState))]
internal sealed partial class TalkStateJson : JsonSerializerContext;
