using Chatbot.Campaigns.Audience;
using Chatbot.Persistence;

namespace Chatbot.Conversations.Topics;

/// <summary>Which of the office's topics some words name.</summary>
/// <param name="IsSure">All of them are meant; otherwise one of them, or none when the list is empty.</param>
internal sealed record TopicMatch(bool IsSure, IReadOnlyList<OfferedTopic> Topics)
{
    /// <summary>Every word must belong to a topic. Whole names are sure; part of a name is when only one topic has it.</summary>
    public static TopicMatch Of(IReadOnlyList<string> about, IReadOnlyList<OfferedTopic> offered)
    {
        var known = offered.Select(topic => new Named(topic, about)).ToList();
        var whole = known.Where(topic => topic.IsWhole).ToList();
        // "Thuế đất" is that topic, not "Thuế" as well.
        var largest = whole.Where(topic => !whole.Exists(other => other.Covered.Count > topic.Covered.Count && topic.Covered.IsSubsetOf(other.Covered))).ToList();
        if (largest.Count > 0 && about.All(word => largest.Exists(topic => topic.Covered.Contains(word)))) return new TopicMatch(true, [.. largest.Select(topic => topic.Topic)]);
        var part = known.Where(topic => about.All(topic.Covered.Contains)).ToList();
        return new TopicMatch(part.Count == 1, [.. part.Select(topic => topic.Topic)]);
    }

    private sealed class Named
    {
        private readonly string[] name, code;

        public Named(OfferedTopic topic, IReadOnlyList<string> about)
        {
            Topic = topic;
            // What stands around names in messages ("tin", "về", "xã") says nothing in a name either.
            var written = TopicWords.Shipped.Read(CitizenWords.Plain(topic.Name)).Where(word => word.Kind == TopicWord.Name).Select(word => word.Text).ToArray();
            name = written.Length > 0 ? written : TopicWords.Split(CitizenWords.Plain(topic.Name));
            code = topic.Code.Split('-', StringSplitOptions.RemoveEmptyEntries);
            Covered = [.. about.Where(word => Array.Exists(name, part => IsSame(word, part)) || Array.Exists(code, part => IsCode(word, part)))];
            IsWhole = Array.TrueForAll(name, part => about.Any(word => IsSame(word, part))) || Array.TrueForAll(code, part => about.Any(word => IsCode(word, part)));
        }

        public OfferedTopic Topic { get; }

        /// <summary>The words that the topic has.</summary>
        public HashSet<string> Covered { get; }

        public bool IsWhole { get; }

        // Typed without accents it may be any; "thuê" is not "thuế".
        private static bool IsSame(string word, string part) => word == part || (word == PlainText.Of(word) && word == PlainText.Of(part));

        // A code has no accents: what the name writes with others is another word.
        private bool IsCode(string word, string part) => PlainText.Of(word) == part && (word == part || !Array.Exists(name, own => PlainText.Of(own) == part && own != word));
    }
}
