using Chatbot.Understanding.Rules;

namespace Chatbot.Conversations.Dialogs;

/// <summary>What the shipped rules and examples call a general question, and the shipped entry that answers it. An office's own entry may bear either name.</summary>
internal static class FaqTopics
{
    /// <returns>The name itself when it is no topic.</returns>
    public static string EntryOf(string topic) => Meanings.FaqTopics.GetValueOrDefault(topic, topic);

    /// <summary>Hours, address, number: what the offices publish of themselves is the answer.</summary>
    public static bool IsAboutOffices(string topic) => topic is "office-hours" or "office-contact";
}
