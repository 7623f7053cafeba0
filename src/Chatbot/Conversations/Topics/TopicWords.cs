using System.Text.Json;
using System.Text.Json.Serialization;
using Chatbot.Persistence;

namespace Chatbot.Conversations.Topics;

/// <summary>The words around the name of a topic, from <c>topic-words.json</c>; written with accents, understood without as well.</summary>
internal sealed class TopicWords
{
    private const int LongestPhrase = 5;

    private readonly Dictionary<string, TopicWord> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> lists;
    private readonly HashSet<string> connectors;
    private readonly IReadOnlyList<string> firm, complaints;

    private TopicWords(TopicWordLists words)
    {
        lists = [.. words.Lists.SelectMany(Forms)];
        firm = [.. words.Firm.SelectMany(Forms)];
        connectors = [.. words.Connectors.SelectMany(Forms)];
        complaints = [.. words.Complaints.SelectMany(Forms).Select(phrase => $" {phrase} ")];
        foreach (var (kind, phrases) in words.Kinds)
            foreach (var form in phrases.SelectMany(Forms)) known.TryAdd(form, kind);   // kinds stand in the order in which they win
    }

    public static TopicWords Shipped { get; } = Load();

    public bool IsList(string plain) => lists.Contains(plain);

    public bool IsFirm(string plain) => firm.Any(phrase => plain.Contains(phrase, StringComparison.Ordinal));

    /// <summary>May stand between "tin" and the name of a topic.</summary>
    public bool IsConnector(string word) => connectors.Contains(word);

    /// <summary>Tells why messages are not wanted, and names none.</summary>
    public bool IsComplaint(string plain) => $" {string.Join(' ', Split(plain))} " is var words && complaints.Any(phrase => words.Contains(phrase, StringComparison.Ordinal));

    /// <summary>The message from left to right, always the longest phrase that is known; runs of other words are names.</summary>
    public List<(TopicWord Kind, string Text)> Read(string plain)
    {
        var words = Split(plain);
        var read = new List<(TopicWord, string)>();
        for (var at = 0; at < words.Length;)
        {
            var (kind, length) = At(words, at);
            read.Add((kind, string.Join(' ', words[at..(at + length)])));
            at += length;
        }
        return read;
    }

    public static string[] Split(string plain) =>
        new string([.. plain.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private (TopicWord Kind, int Length) At(string[] words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Length - at); length > 0; length--)
            if (known.TryGetValue(string.Join(' ', words[at..(at + length)]), out var kind)) return (kind, length);
        return (TopicWord.Name, 1);
    }

    private static IEnumerable<string> Forms(string phrase)
    {
        var plain = CitizenWords.Plain(phrase);
        return new[] { plain, PlainText.Of(plain) }.Distinct();
    }

    private static TopicWords Load()
    {
        using var file = typeof(TopicWords).Assembly.GetManifestResourceStream("Chatbot.Conversations.Topics.topic-words.json")
            ?? throw new InvalidOperationException("topic-words.json is not embedded");
        return new TopicWords(JsonSerializer.Deserialize(file, TopicWordsJson.Default.TopicWordLists)
            ?? throw new InvalidOperationException("topic-words.json is empty"));
    }
}

/// <summary>Deny: "không", "đừng". Quit: "hủy", "dừng". Register: "đăng ký". Ask: "nhắc tôi", verb and noun in one. Verb: "nhận". Noun: "tin". Other: makes it something else ("nhận được tin"). Filler: may stand anywhere. Name: anything else.</summary>
internal enum TopicWord { Name, Other, Deny, Quit, Register, Ask, Verb, Noun, Filler }

/// <param name="Lists">Whole messages that ask for the list.</param>
/// <param name="Firm">Phrases that leave no doubt that a topic is wanted.</param>
/// <param name="Connectors">Words between "tin" and a topic's name.</param>
/// <param name="Complaints">Phrases that tell why somebody wants no messages at all.</param>
internal sealed record TopicWordLists(
    IReadOnlyList<string> Lists, IReadOnlyList<string> Firm, IReadOnlyList<string> Connectors, IReadOnlyList<string> Complaints, IReadOnlyDictionary<TopicWord, IReadOnlyList<string>> Kinds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TopicWordLists))]
internal sealed partial class TopicWordsJson : JsonSerializerContext;
