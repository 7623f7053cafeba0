using Chatbot.Understanding.Masking;

namespace Chatbot.Catalogue.Answers;

/// <summary>Who acts, and for which units: rows of other units are not found.</summary>
/// <param name="Name">Name and office as citizens may read it, such as "Bà Lê Thị A, Phó Chủ tịch UBND xã".</param>
public sealed record AnswerActor(Guid OfficialId, string Name, IReadOnlyCollection<Guid> UnitIds);

/// <summary>The answer as its reader saw it; an act on an older one is refused.</summary>
public sealed record SeenAnswer(Guid Id, int Revision);

/// <param name="Outcome">What became of the act.</param>
/// <param name="Answer">As it is now; null when it is unknown.</param>
public sealed record AnswerAct(AnswerOutcome Outcome, PublishedAnswer? Answer)
{
    /// <summary>What seems personal in the question, then in the answer; empty unless the outcome is <see cref="AnswerOutcome.SeemsPersonal"/> or a draft was masked.</summary>
    public IReadOnlyList<Finding> InQuestion { get; init; } = [];

    public IReadOnlyList<Finding> InAnswer { get; init; } = [];
}

/// <summary>Unknown: not there, or of a unit that is not the actor's. WrongState: a draft cannot be approved, and so on. OwnWork: author or editor would approve.
/// Unsound: see <see cref="AnswerText.IsSound"/>. SeemsPersonal: something looks like personal data and nobody said that it may stay.</summary>
public enum AnswerOutcome { Done, Unknown, WrongState, ChangedMeanwhile, OwnWork, Unsound, SeemsPersonal }
