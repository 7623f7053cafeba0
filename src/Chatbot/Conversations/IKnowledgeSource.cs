namespace Chatbot.Conversations;

/// <summary>Where a turn gets its state of the catalogue from; changes only between turns.</summary>
public interface IKnowledgeSource
{
    /// <summary>Of the office at the top.</summary>
    Knowledge Current { get; }

    /// <summary>What this office answers from.</summary>
    Knowledge For(Guid unitId) => Current.For(unitId);
}
