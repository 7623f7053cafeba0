using Chatbot.Channels;
using Chatbot.Understanding;

namespace Chatbot.Conversations.Cards;

/// <summary>One part of a procedure as it is told.</summary>
/// <param name="IsKnown">False: the source does not say, so the answer carries the hotline card.</param>
internal sealed record Section(Aspect Aspect, string Text, bool IsKnown = true)
{
    /// <summary>Where the rest of a long list continues; usually empty.</summary>
    public IReadOnlyList<Choice> More { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];
}
