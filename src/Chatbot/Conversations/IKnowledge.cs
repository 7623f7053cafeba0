using Chatbot.Catalogue;
using Chatbot.Understanding;

namespace Chatbot.Conversations;

/// <summary>One state of the catalogue together with the understanding that was built from it; does not change while a turn is handled.</summary>
public interface IKnowledge
{
    string Version { get; }

    IReadOnlyList<Office> Offices { get; }

    /// <returns>Null: not in the catalogue.</returns>
    Procedure? Find(string code);

    FaqEntry? FindFaq(string id);

    /// <summary>Codes of the same service, the code itself included, commune level or newest first; only the code itself when it has no siblings.</summary>
    IReadOnlyList<string> SameService(string code);

    /// <returns>Null: the catalogue keeps no versions.</returns>
    Guid? VersionIdOf(string code);

    Understood Understand(string text, string? previousCode);
}
