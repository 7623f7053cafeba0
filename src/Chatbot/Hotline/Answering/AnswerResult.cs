using Chatbot.Hotline.Cases;

namespace Chatbot.Hotline.Answering;

/// <summary>What an official wants to say.</summary>
/// <param name="RequestId">The same for a second press of the same button.</param>
/// <param name="Text">1 to <see cref="LongestText"/> characters.</param>
public sealed record AnswerRequest(Guid CaseId, Guid OfficialId, Guid RequestId, string Text)
{
    /// <summary>Longest answer, in characters; platforms get it in several messages.</summary>
    public const int LongestText = 5_000;

    public AnswerPurpose Purpose { get; init; }

    /// <summary>Files of the case that go along, at most <see cref="MostFiles"/>; each is a message of its own.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];

    public const int MostFiles = 5;

    /// <summary>The official has seen the price and agreed.</summary>
    public bool AcceptsPrice { get; init; }
}

/// <summary>What became of a press on "Gửi".</summary>
public abstract record AnswerResult
{
    private AnswerResult() { }

    /// <summary>With the outbox; what becomes of it there is told by <see cref="AnswerDelivery"/>.</summary>
    public sealed record Queued(Guid AnswerId) : AnswerResult;

    /// <summary>A second person must approve it first.</summary>
    public sealed record AwaitsApproval(Guid AnswerId) : AnswerResult;

    /// <summary>The platform lets nothing through: kept, and offered again when the citizen writes.</summary>
    public sealed record Held(Guid AnswerId) : AnswerResult;

    /// <summary>Costs so many VND a message; nothing was stored. Ask, and send again with <see cref="AnswerRequest.AcceptsPrice"/>.</summary>
    public sealed record AsksForPrice(decimal Price, int Messages) : AnswerResult;

    /// <summary>Nothing happened.</summary>
    public sealed record Refused(CaseOutcome Why) : AnswerResult;
}
