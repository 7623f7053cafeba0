namespace Chatbot.Catalogue;

/// <summary>What the versions of procedures and of FAQ entries have in common; the import works on this.</summary>
public interface IContentVersion
{
    Guid Id { get; }
    Guid UnitId { get; }
    string Code { get; }
    int Version { get; }
    string Content { get; }
    string ContentHash { get; }
    string Source { get; }
    DateOnly? SourceDate { get; set; }
    DateOnly? SupersededOn { get; set; }
}
