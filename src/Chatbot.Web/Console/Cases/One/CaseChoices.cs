using Chatbot.Hotline.Cases;
using Chatbot.Hotline.Phrases;
using Chatbot.Web.Console.Cases.Inbox;
using Chatbot.Web.Console.Units;

namespace Chatbot.Web.Console.Cases.One;

/// <summary>What the forms of a case's page offer.</summary>
public sealed record CaseChoices(IReadOnlyList<Colleague> Colleagues, IReadOnlyList<UnitNode> Units, IReadOnlyList<Label> Labels, IReadOnlyList<Macro> Macros)
{
    /// <summary>Talks that were joined with this one: what to split off, and a name for it.</summary>
    public IReadOnlyList<(Guid ConversationId, string Words)> Joined { get; init; } = [];

    /// <summary>Other cases of the same citizen.</summary>
    public IReadOnlyList<(Guid Id, string Words)> Others { get; init; } = [];
}
