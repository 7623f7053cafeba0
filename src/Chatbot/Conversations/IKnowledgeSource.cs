namespace Chatbot.Conversations;

/// <summary>Where a turn gets its state of the catalogue from; changes only between turns.</summary>
public interface IKnowledgeSource
{
    Knowledge Current { get; }
}
