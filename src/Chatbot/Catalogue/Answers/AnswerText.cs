using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chatbot.Catalogue.Answers;

/// <summary>What an editor writes and an approver approves.</summary>
public sealed record AnswerText(string Question, string Answer)
{
    public const int LongestQuestion = 1_000;
    public const int LongestAnswer = 8_000;

    /// <summary>Other ways in which people ask it, one a line.</summary>
    public string OtherQuestions { get; init; } = "";

    public string Source { get; init; } = "";

    public string SourceUrl { get; init; } = "";

    public string Field { get; init; } = "";

    public string? ProcedureCode { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public string? PlanTask { get; init; }

    public string? PlanCriterion { get; init; }

    public string? PlanPeriod { get; init; }

    /// <summary>Question and answer not empty and not longer than the limits; a link is http(s); the days in order.</summary>
    public bool IsSound =>
        Question.Length is > 0 and <= LongestQuestion && Answer.Length is > 0 and <= LongestAnswer && OtherQuestions.Length <= LongestAnswer
        && Source.Length <= LongestQuestion && Field.Length <= LongestQuestion && !(ValidUntil < ValidFrom)
        && (SourceUrl.Length == 0 || (Uri.TryCreate(SourceUrl, UriKind.Absolute, out var url) && url.Scheme is ("https" or "http")));

    /// <summary>Trimmed, composed (NFC), one kind of line end: the same words always have the same hash.</summary>
    public AnswerText Tidied() => this with
    {
        Question = Tidy(Question),
        Answer = Tidy(Answer),
        OtherQuestions = Tidy(OtherQuestions),
        Source = Tidy(Source),
        SourceUrl = Tidy(SourceUrl),
        Field = Tidy(Field),
        ProcedureCode = NullIfEmpty(ProcedureCode),
        PlanTask = NullIfEmpty(PlanTask),
        PlanCriterion = NullIfEmpty(PlanCriterion),
        PlanPeriod = NullIfEmpty(PlanPeriod),
    };

    /// <summary>SHA-256, hex, of every part with its length before it, so that no two texts run together.</summary>
    public string Hash()
    {
        string?[] parts = [Question, Answer, OtherQuestions, Source, SourceUrl, Field, ProcedureCode, Day(ValidFrom), Day(ValidUntil), PlanTask, PlanCriterion, PlanPeriod];
        var text = string.Concat(parts.Select(part => $"{part?.Length ?? -1}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Tidy(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize().Trim();

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : Tidy(text);
}
