using System.Collections.Concurrent;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>What short messages were found to mean. Greetings, thanks and the same few questions come all day: they are read once, not thousands of times.</summary>
/// <remarks>In memory only, some thousand entries, and gone with the state of the catalogue that they were read against. Long messages, which tell of one person, are not kept.</remarks>
internal sealed class RepeatedMessages(Func<string, string?, Understood> read)
{
    private const int LongestKept = 60;
    private const int MostInHalf = 2_000;
    private volatile ConcurrentDictionary<(string Text, string? Topic), Understood> young = [];
    private volatile ConcurrentDictionary<(string Text, string? Topic), Understood> old = [];

    public Understood Understand(string text, string? topic)
    {
        if (text.Length > LongestKept) return read(text, topic);
        var key = (text, topic);
        if (young.TryGetValue(key, out var known)) return known;
        var understood = old.TryGetValue(key, out known) ? known : read(text, topic);
        Keep(key, understood);
        return understood;
    }

    // What was not asked for since the last exchange of the halves is forgotten. Two threads that exchange at once forget more, never wrongly.
    private void Keep((string Text, string? Topic) key, Understood understood)
    {
        if (young.Count >= MostInHalf) (old, young) = (young, []);
        young[key] = understood;
    }
}
