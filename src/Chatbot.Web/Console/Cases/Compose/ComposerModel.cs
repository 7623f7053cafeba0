using Chatbot.Conversations;
using Chatbot.Hotline.Answering;
using Chatbot.Hotline.Phrases;

namespace Chatbot.Web.Console.Cases.Compose;

/// <summary>What stands in the composer when a page is opened.</summary>
/// <param name="RequestId">Drawn with the page: a second press of the same button is the same answer.</param>
/// <param name="Text">Empty: nothing yet.</param>
public sealed record ComposerModel(Guid RequestId, string Text)
{
    /// <summary>The platform asks money for what was pressed; null: it does not.</summary>
    public AnswerResult.AsksForPrice? Price { get; init; }

    /// <summary>What was pressed when it asked.</summary>
    public AnswerPurpose Purpose { get; init; }

    /// <summary>Files of the case that go along.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>Files of the case that this channel takes.</summary>
    public IReadOnlyList<Guid> Sendable { get; init; } = [];

    public bool NeedsApproval { get; init; }

    public IReadOnlyList<CannedAnswer> Canned { get; init; } = [];

    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>As the citizen would read <see cref="Text"/>; null: nothing to show.</summary>
    public AnswerPreview? Preview { get; init; }

    /// <summary>VND a message after the free time.</summary>
    public decimal LaterPrice { get; init; }
}
