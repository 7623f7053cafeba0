namespace Chatbot.Catalogue.Answers;

/// <summary>One immutable state of an answer's text; answers that citizens got point to it.</summary>
public sealed class AnswerVersion
{
    public Guid Id { get; init; }

    public Guid AnswerId { get; init; }

    /// <summary>1, 2, 3 … within the answer.</summary>
    public int Version { get; init; }

    public required string Question { get; init; }

    public required string OtherQuestions { get; init; }

    public required string Answer { get; init; }

    public required string Source { get; init; }

    public required string SourceUrl { get; init; }

    public required string Field { get; init; }

    public string? ProcedureCode { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public required string TextHash { get; init; }

    public Guid SavedBy { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    internal static AnswerVersion Of(PublishedAnswer answer, Guid savedBy, DateTimeOffset now) => new()
    {
        Id = answer.VersionId, AnswerId = answer.Id, Version = answer.Version,
        Question = answer.Question, OtherQuestions = answer.OtherQuestions, Answer = answer.Answer, Source = answer.Source, SourceUrl = answer.SourceUrl,
        Field = answer.Field, ProcedureCode = answer.ProcedureCode, ValidFrom = answer.ValidFrom, ValidUntil = answer.ValidUntil,
        TextHash = answer.TextHash, SavedBy = savedBy, SavedAt = now,
    };
}
